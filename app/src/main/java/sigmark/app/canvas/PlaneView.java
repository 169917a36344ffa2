package sigmark.app.canvas;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/**
 * A look at a part of the page's plane, where a painter draws what it likes: the page itself, or a rendering in the place
 * of its formula. Drag moves, Ctrl and wheel or a pinch zooms at the pointer, a double click asks for everything; what a
 * person wishes comes back as a viewport, and the owner says what is shown. Style class {@code plane-view}.
 */
public final class PlaneView extends Region {
    private static final double WHEEL_ZOOM = 1.0018;

    private final Canvas canvas = new Canvas();
    private Painter painter = (graphics, viewport, view, outputScale) -> {};
    private Consumer<Viewport> onMoved = viewport -> {};
    private BiConsumer<Double, Double> onPointer = (x, y) -> {};
    private Runnable onFit = () -> {};
    private Runnable onSized = () -> {};
    private Viewport viewport = Viewport.START;
    private double lastX;
    private double lastY;

    /** Draws a part of the plane. */
    public interface Painter {
        /** @param outputScale device pixels of a screen pixel */
        void paint(GraphicsContext graphics, Viewport viewport, Viewport.Size view, double outputScale);
    }

    public PlaneView() {
        getStyleClass().add("plane-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> setCursor(Cursor.DEFAULT));
        addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> onPointer.accept(Double.NaN, Double.NaN));
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(ZoomEvent.ZOOM, event -> {
            onMoved.accept(viewport.zoomedAt(event.getZoomFactor(), x(event.getX()), y(event.getY())));
            event.consume();
        });
    }

    public void setPainter(Painter newPainter) {
        painter = newPainter;
        repaint();
    }

    /** What a person wishes to look at. */
    public void setOnMoved(Consumer<Viewport> action) {
        onMoved = action;
    }

    /** Where the pointer stands, in page coordinates; not a number when it has left. */
    public void setOnPointer(BiConsumer<Double, Double> action) {
        onPointer = action;
    }

    public void setOnFit(Runnable action) {
        onFit = action;
    }

    /** The view has got another size. */
    public void setOnSized(Runnable action) {
        onSized = action;
    }

    public void look(Viewport wanted) {
        viewport = wanted;
        repaint();
    }

    public Viewport viewport() {
        return viewport;
    }

    /** Empty before the first layout. */
    public Optional<Viewport.Size> size() {
        return getWidth() > 0 && getHeight() > 0
                ? Optional.of(new Viewport.Size(innerWidth(), innerHeight()))
                : Optional.empty();
    }

    private double innerWidth() {
        return Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
    }

    private double innerHeight() {
        return Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset());
    }

    public void repaint() {
        requestLayout();
    }

    private double x(double eventX) {
        return eventX - snappedLeftInset();
    }

    private double y(double eventY) {
        return eventY - snappedTopInset();
    }

    private void pressed(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            onFit.run();
        }
    }

    private void dragged(MouseEvent event) {
        setCursor(Cursor.CLOSED_HAND);
        onMoved.accept(viewport.panned(event.getX() - lastX, event.getY() - lastY));
        lastX = event.getX();
        lastY = event.getY();
    }

    private void pointed(MouseEvent event) {
        onPointer.accept(viewport.toPageX(x(event.getX())), viewport.toPageY(y(event.getY())));
    }

    /** The wheel alone scrolls what stands around. */
    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            onMoved.accept(
                    viewport.zoomedAt(Math.pow(WHEEL_ZOOM, event.getDeltaY()), x(event.getX()), y(event.getY())));
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = innerWidth();
        double height = innerHeight();
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            onSized.run();
        }
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, height);
        double outputScale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        painter.paint(graphics, viewport, new Viewport.Size(width, height), outputScale);
    }
}
