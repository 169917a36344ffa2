package sigmark.app.latex;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.TokenColors;
import sigmark.inference.latex.LatexProblem;

/**
 * Shows one formula, drawn off the window's thread in the text's colour and shrunk to the room there is. A drawing that
 * was overtaken by a newer text is dropped.
 */
public final class FormulaPane extends Region {
    private final FormulaPictures pictures;
    private Jobs.Latest drawing;
    private final TokenColors colors = new TokenColors();
    private final ImageView view = new ImageView();
    private double size;
    private String latex = "";
    private boolean display = true;
    private Color own = Color.TRANSPARENT;
    private boolean alignLeft;
    private double baseline;
    private Consumer<List<LatexProblem>> onFlaws = flaws -> {};

    /** @param size of the type, in screen pixels */
    public FormulaPane(FormulaPictures pictures, double size) {
        this.pictures = pictures;
        this.size = size;
        drawing = pictures.latest();
        getStyleClass().add("formula-pane");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        getChildren().addAll(colors, view);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        colors.versionProperty().addListener((property, old, now) -> draw());
    }

    /** Draws at the left instead of in the middle. */
    public FormulaPane alignedLeft() {
        alignLeft = true;
        return this;
    }

    /** In this colour whatever the theme, for drawing on paper. */
    public FormulaPane coloured(Color color) {
        own = color;
        return this;
    }

    /** Before all other formulas that wait to be drawn, for the one that is being typed. */
    public FormulaPane first() {
        drawing = pictures.latestFirst();
        return this;
    }

    /** Hears what could not be drawn, each time something was. */
    public void setOnFlaws(Consumer<List<LatexProblem>> action) {
        onFlaws = action;
    }

    /** The picture as it was last drawn. */
    javafx.beans.value.ObservableValue<javafx.scene.image.Image> imageProperty() {
        return view.imageProperty();
    }

    public void show(String text) {
        show(text, true, size);
    }

    /** Another formula in a row that is used again: nothing is seen until it is drawn. */
    public void replace(String text, boolean asDisplay, double typeSize) {
        if (!text.equals(latex)) {
            view.setImage(null);
        }
        show(text, asDisplay, typeSize);
    }

    public void show(String text, boolean asDisplay, double typeSize) {
        if (text.equals(latex) && asDisplay == display && typeSize == size && view.getImage() != null) {
            return;
        }
        latex = text;
        display = asDisplay;
        size = typeSize;
        setAccessibleText(text);
        draw();
    }

    private void draw() {
        Color ink = own.equals(Color.TRANSPARENT) ? colors.get(TokenColors.Token.TEXT) : own;
        var look = new FormulaPictures.Look(size, pictures.scaleOf(this), ink, display);
        pictures.draw(drawing, latex, look, drawn -> {
            baseline = drawn.baseline();
            view.setImage(drawn.image().orElse(null));
            requestLayout();
            if (getParent() != null) {
                getParent().requestLayout();
            }
            onFlaws.accept(drawn.flaws());
        });
    }

    private double naturalWidth() {
        return view.getImage() == null ? 0 : view.getImage().getWidth() / pictures.scaleOf(this);
    }

    private double naturalHeight() {
        return view.getImage() == null ? 0 : view.getImage().getHeight() / pictures.scaleOf(this);
    }

    /** In a line of text the formula stands on the line, not below it. */
    @Override
    public double getBaselineOffset() {
        return view.getImage() == null ? super.getBaselineOffset() : baseline / pictures.scaleOf(this);
    }

    @Override
    protected double computePrefWidth(double height) {
        return naturalWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return naturalHeight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = naturalWidth();
        double height = naturalHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        double fit = Math.min(1, Math.min(getWidth() / width, getHeight() / height));
        view.setFitWidth(width * fit);
        view.setFitHeight(height * fit);
        double left = alignLeft ? 0 : Math.rint((getWidth() - width * fit) / 2);
        view.relocate(left, Math.rint((getHeight() - height * fit) / 2));
    }
}
