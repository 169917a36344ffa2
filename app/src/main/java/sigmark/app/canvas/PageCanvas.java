package sigmark.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import sigmark.app.base.control.TokenColors;
import sigmark.app.canvas.PageScene.Pointer;
import sigmark.inference.page.Box;

/**
 * A page and its boxes. The owner sets page, marks and selection; gestures of the pointer come back as
 * {@link Outcome outcomes}. Zoom and place are kept when the page changes, unless the page is fitted to the view. Style
 * class {@code page-canvas}.
 */
public final class PageCanvas extends Region {
    /** Height on the screen at which a formula reads well. */
    private static final double READABLE = 44;

    private static final double REVEAL_MARGIN = 48;

    private final Canvas pageLayer = new Canvas();
    private final Canvas boxLayer = new Canvas();
    private final PicturePainter picturePainter = new PicturePainter();
    private final BoxPainter boxPainter = new BoxPainter();
    private final TokenColors tokens = new TokenColors();
    private final CanvasColors colors = new CanvasColors(tokens);
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(Viewport.START);
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(new SelectTool());

    private Optional<PagePicture> picture = Optional.empty();
    private Optional<Viewport.Size> page = Optional.empty();
    private List<BoxMark> boxes = List.of();
    private BoxIndex shown = BoxIndex.EMPTY;
    private Set<String> selected = Set.of();
    private Set<String> hiddenLayers = Set.of();
    private boolean boxesHidden;
    private Gesture.Preview preview = Gesture.Preview.NONE;
    private Consumer<Outcome> onOutcome = outcome -> {};
    private boolean fitted = true;
    private boolean pageDirty = true;
    private boolean boxesDirty = true;

    public PageCanvas() {
        getStyleClass().add("page-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pageLayer.setMouseTransparent(true);
        boxLayer.setMouseTransparent(true);
        getChildren().addAll(tokens, pageLayer, boxLayer);
        tokens.versionProperty().addListener((property, old, now) -> repaintAll());
        new PointerInput(this);
    }

    /** A page of this size; its picture may come later, and the boxes show at once. */
    public void setPage(Optional<Viewport.Size> size, Optional<PagePicture> newPicture) {
        boolean sameSize = page.equals(size);
        page = size;
        picture = newPicture;
        if (fitted) {
            refit();
        } else if (!sameSize) {
            show(viewport.get());
        }
        repaintAll();
    }

    public void setMarks(List<BoxMark> marks) {
        boolean looksTheSame = looksTheSame(boxes, marks);
        boxes = List.copyOf(marks);
        indexBoxes();
        if (!looksTheSame) {
            repaintBoxes();
        }
    }

    /** Typing changes what is said of a box and nothing that is painted. */
    private static boolean looksTheSame(List<BoxMark> old, List<BoxMark> now) {
        if (old.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).looksLike(old.get(i))) {
                return false;
            }
        }
        return true;
    }

    public void setSelected(Set<String> ids) {
        boolean other = !ids.equals(selected);
        selected = ids;
        String names = String.join(
                "; ", scene().selectedMarks().stream().map(BoxMark::description).toList());
        setAccessibleText(names);
        if (other) {
            repaintBoxes();
        }
    }

    public void setHiddenLayers(Set<String> layers) {
        hiddenLayers = Set.copyOf(layers);
        showBoxes();
    }

    /** All boxes out of the way, while a key is held. */
    public void setBoxesHidden(boolean hidden) {
        boxesHidden = hidden;
        showBoxes();
    }

    public void setOnOutcome(Consumer<Outcome> action) {
        onOutcome = action;
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /** The whole page; kept so when the window or the page changes, until a person zooms. */
    public void fit() {
        fitted = true;
        refit();
    }

    /** One page pixel on one screen pixel, around the view's middle. */
    public void zoomTo(double scale) {
        zoomAt(scale / viewport.get().scale(), getWidth() / 2, getHeight() / 2);
    }

    public void zoomBy(double factor) {
        zoomAt(factor, getWidth() / 2, getHeight() / 2);
    }

    void zoomAt(double factor, double x, double y) {
        fitted = false;
        show(viewport.get().zoomedAt(factor, x, y));
    }

    void pan(double dx, double dy) {
        fitted = false;
        show(viewport.get().panned(dx, dy));
    }

    /** The box in the middle and large enough to read. */
    public void centerOn(Box box) {
        view().ifPresent(view -> {
            fitted = false;
            show(viewport.get().centeredOn(box, view, READABLE));
        });
    }

    /** The box in sight and large enough to read, with as little as can be beside the page. */
    public void lookAt(Box box) {
        view().ifPresent(view -> {
            fitted = false;
            Viewport near = viewport.get().centeredOn(box, view, READABLE);
            show(page.map(size -> near.filled(size, view)).orElse(near));
        });
    }

    /** Looks at the page this way, as far as it stays in sight. */
    public void look(Viewport wanted) {
        fitted = false;
        show(wanted);
    }

    /** Whether the whole page is shown and kept so when the window changes. */
    public boolean fitted() {
        return fitted;
    }

    /** Moves only when the box is out of sight. */
    public void reveal(Box box) {
        view().ifPresent(view -> {
            Viewport shown = viewport.get().revealing(box, view, REVEAL_MARGIN);
            if (!shown.equals(viewport.get())) {
                fitted = false;
                show(shown);
            }
        });
    }

    /** The page's state as tools see it; hidden boxes cannot be hit. */
    public PageScene scene() {
        return new PageScene(page.orElse(new Viewport.Size(1, 1)), viewport.get(), shown, selected);
    }

    boolean hasPage() {
        return page.isPresent();
    }

    Gesture press(Pointer pointer) {
        return tool.get().press(scene(), pointer);
    }

    void preview(Gesture.Preview shown) {
        preview = shown;
        repaintBoxes();
    }

    void finish(Outcome outcome) {
        preview(Gesture.Preview.NONE);
        onOutcome.accept(outcome);
    }

    private Optional<Viewport.Size> view() {
        return getWidth() > 0 && getHeight() > 0
                ? Optional.of(new Viewport.Size(getWidth(), getHeight()))
                : Optional.empty();
    }

    private void refit() {
        if (page.isPresent() && view().isPresent()) {
            show(Viewport.fit(page.get(), view().get()));
        }
    }

    private void show(Viewport wanted) {
        Viewport kept = page.isPresent() && view().isPresent() ? wanted.limited(page.get(), view().get()) : wanted;
        viewport.set(kept);
        repaintAll();
    }

    private void showBoxes() {
        indexBoxes();
        repaintBoxes();
    }

    private void indexBoxes() {
        shown = new BoxIndex(boxes.stream()
                .filter(mark -> !boxesHidden && !hiddenLayers.contains(mark.layer()))
                .toList());
    }

    private void repaintAll() {
        pageDirty = true;
        repaintBoxes();
    }

    private void repaintBoxes() {
        boxesDirty = true;
        requestLayout();
    }

    /** Painting waits for the layout pass, so that many changes make one picture. */
    @Override
    protected void layoutChildren() {
        double width = Math.max(1, Math.ceil(getWidth()));
        double height = Math.max(1, Math.ceil(getHeight()));
        if (pageLayer.getWidth() != width || pageLayer.getHeight() != height) {
            for (Canvas layer : List.of(pageLayer, boxLayer)) {
                layer.setWidth(width);
                layer.setHeight(height);
            }
            if (fitted) {
                refit();
            }
            pageDirty = true;
            boxesDirty = true;
        }
        if (pageDirty) {
            paintPage(width, height);
        }
        if (boxesDirty) {
            paintBoxes(width, height);
        }
    }

    private void paintPage(double width, double height) {
        pageDirty = false;
        GraphicsContext graphics = pageLayer.getGraphicsContext2D();
        graphics.setGlobalAlpha(1);
        graphics.setFill(colors.background());
        graphics.fillRect(0, 0, width, height);
        if (page.isEmpty()) {
            return;
        }
        graphics.setGlobalAlpha(colors.paper());
        if (picture.isPresent()) {
            double outputScale = getScene() == null || getScene().getWindow() == null
                    ? 1
                    : getScene().getWindow().getOutputScaleX();
            var view = new Viewport.Size(width, height);
            picturePainter.paint(graphics, picture.get(), viewport.get(), view, outputScale);
        } else {
            Box area = viewport.get()
                    .toScreen(new Box(0, 0, page.get().width(), page.get().height()));
            graphics.setFill(javafx.scene.paint.Color.gray(0.96));
            graphics.fillRect(area.left(), area.top(), area.width(), area.height());
        }
        graphics.setGlobalAlpha(1);
    }

    private void paintBoxes(double width, double height) {
        boxesDirty = false;
        var view = new Viewport.Size(width, height);
        boxPainter.setFont(Font.font("Pretendard", javafx.scene.text.FontWeight.SEMI_BOLD, 11));
        boxPainter.paint(boxLayer.getGraphicsContext2D(), new BoxPainter.Picture(scene(), preview, view), colors);
    }
}
