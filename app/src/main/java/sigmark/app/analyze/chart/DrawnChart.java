package sigmark.app.analyze.chart;

import java.util.function.DoubleFunction;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import sigmark.app.base.control.TokenColors;
import sigmark.app.base.control.TokenColors.Token;

/** A chart drawn in the theme's colours, with the focus around it and what is marked said as tooltip and aloud. */
abstract class DrawnChart extends Region {
    private static final int PARTS = 4;

    private final Insets margins;
    private final Canvas canvas = new Canvas();
    private final TokenColors colors = new TokenColors();
    private final Tooltip tooltip = new Tooltip();

    /** @param margins around the plot, for the words on its axes */
    DrawnChart(String styleClass, Insets margins, double height) {
        this.margins = margins;
        getStyleClass().add(styleClass);
        getChildren().addAll(colors, canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setPrefHeight(height);
        Tooltip.install(this, tooltip);
        colors.versionProperty().addListener((property, old, now) -> paint());
        widthProperty().addListener((property, old, now) -> paint());
        heightProperty().addListener((property, old, now) -> paint());
        focusedProperty().addListener((property, old, now) -> paint());
    }

    /** Draws all that the chart shows on a cleared ground. */
    abstract void draw(GraphicsContext g);

    javafx.scene.paint.Color color(Token token) {
        return colors.get(token);
    }

    void say(String text) {
        tooltip.setText(text);
        setAccessibleHelp(text);
    }

    double plotWidth() {
        return Math.max(1, getWidth() - margins.getLeft() - margins.getRight());
    }

    /** Where a share of the width from the left lies. */
    double across(double share) {
        return margins.getLeft() + share * plotWidth();
    }

    /** Where a share of the height from the bottom lies. */
    double up(double share) {
        return margins.getTop() + (1 - share) * Math.max(1, getHeight() - margins.getTop() - margins.getBottom());
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(0, 0);
    }

    final void paint() {
        canvas.setWidth(Math.max(0, getWidth()));
        canvas.setHeight(Math.max(0, getHeight()));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFont(Font.font("Pretendard", 11));
        draw(g);
        if (isFocused()) {
            g.setStroke(color(Token.ACCENT));
            g.setLineWidth(2);
            g.strokeRect(1, 1, getWidth() - 2, getHeight() - 2);
        }
    }

    /**
     * Lines across with their values at the left, and values below.
     *
     * @param every a line at each of this many quarters
     * @param valueUp words of a share of the height
     * @param valueAcross words of a share of the width
     */
    void axes(GraphicsContext g, int every, DoubleFunction<String> valueUp, DoubleFunction<String> valueAcross) {
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(color(Token.MUTED));
        for (int i = 0; i <= PARTS; i++) {
            double share = (double) i / PARTS;
            if (i % every == 0) {
                double at = Math.round(up(share)) + 0.5;
                g.setStroke(color(i == 0 ? Token.BORDER : Token.FAINT_BORDER));
                g.strokeLine(margins.getLeft(), at, getWidth() - margins.getRight(), at);
                g.setTextAlign(TextAlignment.RIGHT);
                g.fillText(valueUp.apply(share), margins.getLeft() - 4, at);
            }
            g.setTextAlign(i == 0 ? TextAlignment.LEFT : i == PARTS ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.fillText(valueAcross.apply(share), across(share), getHeight() - margins.getBottom() / 2 + 1);
        }
    }
}
