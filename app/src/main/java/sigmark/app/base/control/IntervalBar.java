package sigmark.app.base.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/**
 * A measured number with its interval on a scale, and the bound that it should keep: a bar with ends, a dot, a dashed
 * line, the side that is good in green.
 */
public final class IntervalBar extends Region {
    private static final double HEIGHT = 14;
    private final Scale scale;
    private final Line axis = styled(new Line(), "interval-axis");
    private final Rectangle good = new Rectangle();
    private final Line bound = styled(new Line(), "interval-bound");
    private final Line bar = styled(new Line(), "interval-line");
    private final Line leftEnd = styled(new Line(), "interval-line");
    private final Line rightEnd = styled(new Line(), "interval-line");
    private final Circle dot = new Circle(4);

    /**
     * What to draw.
     *
     * @param from left end of the scale
     * @param to right end of the scale
     * @param bound what is asked for; NaN when nothing is
     * @param higherIsBetter which side of the bound is good
     */
    public record Scale(
            double from, double to, double low, double value, double high, double bound, boolean higherIsBetter) {}

    /** @param verdict style class {@code met}, {@code missed}, {@code undecided} or {@code unjudged} */
    public IntervalBar(Scale scale, String verdict, String spoken) {
        this.scale = scale;
        getStyleClass().addAll("interval-bar", verdict);
        good.getStyleClass().add("interval-good");
        dot.getStyleClass().add("interval-dot");
        getChildren().add(axis);
        if (!Double.isNaN(scale.bound)) {
            getChildren().addAll(good, bound);
        }
        getChildren().addAll(bar, leftEnd, rightEnd, dot);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(spoken);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.round(getHeight() / 2) + 0.5;
        line(axis, 0, middle, getWidth(), middle);
        double low = x(scale.low);
        double high = x(scale.high);
        line(bar, low, middle, high, middle);
        line(leftEnd, low, middle - 4, low, middle + 4);
        line(rightEnd, high, middle - 4, high, middle + 4);
        dot.setCenterX(x(scale.value));
        dot.setCenterY(middle);
        if (!Double.isNaN(scale.bound)) {
            double at = x(scale.bound);
            line(bound, at, 0, at, getHeight());
            good.setX(scale.higherIsBetter ? at : 0);
            good.setWidth(Math.max(0, scale.higherIsBetter ? getWidth() - at : at));
            good.setHeight(getHeight());
        }
    }

    private double x(double value) {
        double share = (value - scale.from) / (scale.to - scale.from);
        return Math.round(Math.max(0, Math.min(1, share)) * getWidth()) + 0.5;
    }

    private static void line(Line line, double x0, double y0, double x1, double y1) {
        line.setStartX(x0);
        line.setStartY(y0);
        line.setEndX(x1);
        line.setEndY(y1);
    }

    private static Line styled(Line line, String styleClass) {
        line.getStyleClass().add(styleClass);
        return line;
    }
}
