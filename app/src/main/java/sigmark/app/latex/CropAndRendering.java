package sigmark.app.latex;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.effect.BlendMode;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import sigmark.inference.latex.LatexProblem;

/**
 * What stands on the page and what the LaTeX draws: one above the other at one scale, one over the other, or in turns
 * at the same place. Style class {@code crop-and-rendering}.
 */
public final class CropAndRendering extends VBox {
    /** How the two are compared. */
    public enum View {
        STACKED,
        OVERLAY,
        BLINK;

        public View next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    private static final double HEIGHT = 88;
    private static final double PADDING = 12;
    private static final double SMALLEST_TYPE = 15;
    private static final double LARGEST_TYPE = 30;
    private static final Duration TURN = Duration.millis(550);
    private static final PseudoClass WITHOUT_CROP = PseudoClass.getPseudoClass("without-crop");
    private static final Color OVERLAY_INK = Color.web("#a3268c");

    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.STACKED);
    private final ImageView crop = new ImageView();
    private final FormulaPane rendering;
    private final FormulaPane overlay;
    private final StackPane cropBox = new StackPane();
    private final StackPane renderingBox = new StackPane();
    private final Timeline blink;
    private Optional<CropPicture> picture = Optional.empty();
    private String latex = "";
    private boolean display = true;

    public CropAndRendering(FormulaPictures pictures) {
        rendering = new FormulaPane(pictures, 22).first();
        overlay = new FormulaPane(pictures, 22).first().coloured(OVERLAY_INK);
        getStyleClass().add("crop-and-rendering");
        cropBox.getStyleClass().add("crop-box");
        renderingBox.getStyleClass().add("rendering-box");
        crop.setPreserveRatio(true);
        crop.setSmooth(true);
        overlay.setBlendMode(BlendMode.MULTIPLY);
        cropBox.getChildren().addAll(crop, overlay);
        cropBox.setAlignment(Pos.CENTER);
        cropBox.pseudoClassStateChanged(WITHOUT_CROP, true);
        renderingBox.getChildren().add(rendering);
        for (Region box : List.of(cropBox, renderingBox)) {
            box.setMinHeight(HEIGHT);
            box.setPrefHeight(HEIGHT);
            box.setMaxHeight(HEIGHT);
        }
        cropBox.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(cropBox, renderingBox);
        blink = new Timeline(new KeyFrame(TURN, event -> turn()));
        blink.setCycleCount(Animation.INDEFINITE);
        view.addListener((property, old, now) -> arrange());
        widthProperty().addListener((property, old, now) -> fit());
        sceneProperty().addListener((property, old, now) -> arrange());
        arrange();
    }

    /** The picture of the LaTeX as it was last drawn. */
    public javafx.beans.value.ObservableValue<javafx.scene.image.Image> renderingProperty() {
        return rendering.imageProperty();
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    /** Hears what could not be drawn. */
    public void setOnFlaws(java.util.function.Consumer<List<LatexProblem>> action) {
        rendering.setOnFlaws(action);
    }

    /** The crop of another region, or none while its page is being decoded. */
    public void showCrop(Optional<CropPicture> shown) {
        picture = shown;
        crop.setImage(shown.map(CropPicture::image).orElse(null));
        cropBox.pseudoClassStateChanged(WITHOUT_CROP, shown.isEmpty());
        fit();
    }

    public void showLatex(String text, boolean asDisplay) {
        latex = text;
        display = asDisplay;
        fit();
    }

    /** Says in words what the crop shows. */
    public void describe(String words) {
        cropBox.setAccessibleText(words);
    }

    private void arrange() {
        boolean stacked = view.get() == View.STACKED;
        renderingBox.setVisible(stacked);
        renderingBox.setManaged(stacked);
        overlay.setVisible(view.get() == View.OVERLAY);
        crop.setVisible(true);
        double height = stacked ? HEIGHT : 2 * HEIGHT;
        cropBox.setMinHeight(height);
        cropBox.setPrefHeight(height);
        cropBox.setMaxHeight(height);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("stacked"), stacked);
        if (view.get() == View.BLINK && getScene() != null) {
            blink.play();
        } else {
            blink.stop();
        }
        fit();
    }

    private void turn() {
        boolean showsCrop = crop.isVisible();
        crop.setVisible(!showsCrop);
        overlay.setVisible(showsCrop);
    }

    /** Both at the size at which the crop fits; the rendering's type follows the crop's. */
    private void fit() {
        double width = Math.max(80, getWidth()) - 2 * PADDING;
        double height = cropBox.getPrefHeight() - 2 * PADDING;
        double type = 22;
        if (picture.isPresent()) {
            CropPicture shown = picture.get();
            double scale = Math.min(shown.largestScale(), Math.min(width / shown.width(), height / shown.height()));
            crop.setFitWidth(shown.width() * scale);
            crop.setFitHeight(shown.height() * scale);
            type = Math.max(SMALLEST_TYPE, Math.min(LARGEST_TYPE, shown.typeSize() * scale));
            double inkWidth = shown.inkWidth() * scale;
            double inkHeight = shown.inkHeight() * scale;
            overlay.setMaxSize(inkWidth, inkHeight);
            overlay.setPrefSize(inkWidth, inkHeight);
        }
        rendering.setMaxSize(width, HEIGHT - PADDING);
        rendering.show(latex, display, type);
        if (view.get() != View.STACKED) {
            overlay.show(latex, display, LARGEST_TYPE * 2);
        }
    }
}
