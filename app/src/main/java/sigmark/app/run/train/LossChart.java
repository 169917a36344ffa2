package sigmark.app.run.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import sigmark.app.base.words.Numbers;
import sigmark.inference.training.TrainingCurve;

/** Loss over steps: in training (solid) and on other data (dashed, a dot a look), named at their ends. */
final class LossChart extends Region {
    private static final double LEFT = 40;
    private static final double RIGHT = 110;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;
    private static final int LINES = 4;
    private static final double APART = 16;

    private List<TrainingCurve.Point> points = List.of();
    private long steps;
    private String trainingWord = "";
    private String otherWord = "";
    private Numbers numbers;

    LossChart(Numbers numbers) {
        this.numbers = numbers;
        setId("loss-chart");
        setMinHeight(220);
        setPrefHeight(320);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /**
     * Shows a curve.
     *
     * @param steps in all; the right end of the axis
     * @param spoken the same in words
     */
    void show(
            List<TrainingCurve.Point> curve,
            long steps,
            Numbers inNumbers,
            String training,
            String other,
            String spoken) {
        points = List.copyOf(curve);
        this.steps = Math.max(
                steps, curve.isEmpty() ? 1 : curve.get(curve.size() - 1).step());
        numbers = inNumbers;
        trainingWord = training;
        otherWord = other;
        setAccessibleText(spoken);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = new ArrayList<>();
        double most = niceTop(points.stream()
                .mapToDouble(point ->
                        Double.isNaN(point.validation()) ? point.loss() : Math.max(point.loss(), point.validation()))
                .max()
                .orElse(1));
        for (int i = 0; i <= LINES; i++) {
            double y = y(most * i / LINES, most);
            nodes.add(line(LEFT, y, getWidth() - RIGHT, y));
            Text value = text(numbers.decimals(most * i / LINES, most < 10 ? 2 : 0), 0, y);
            value.setX(LEFT - 6 - value.getLayoutBounds().getWidth());
            nodes.add(value);
        }
        nodes.add(text("0", LEFT, getHeight() - BOTTOM / 2));
        Text end = text(numbers.count(steps), 0, getHeight() - BOTTOM / 2);
        end.setX(getWidth() - RIGHT - end.getLayoutBounds().getWidth());
        nodes.add(end);
        List<TrainingCurve.Point> looks = looks();
        double trainingEnd = draw(nodes, points, TrainingCurve.Point::loss, most, "loss-line");
        double otherEnd = draw(nodes, looks, TrainingCurve.Point::validation, most, "loss-other");
        looks.forEach(look -> {
            Circle dot = new Circle(x(look.step()), y(look.validation(), most), 3);
            dot.getStyleClass().add("loss-dot");
            nodes.add(dot);
        });
        if (!points.isEmpty()) {
            Circle now = new Circle(x(points.get(points.size() - 1).step()), trainingEnd, 3);
            now.getStyleClass().add("loss-now");
            nodes.add(now);
            name(nodes, trainingEnd, otherEnd, looks.isEmpty());
        }
        getChildren().setAll(nodes);
    }

    /** Points at which other data was looked at anew; reports between repeat the look before. */
    private List<TrainingCurve.Point> looks() {
        List<TrainingCurve.Point> looks = new ArrayList<>();
        double before = Double.NaN;
        for (TrainingCurve.Point point : points) {
            if (!Double.isNaN(point.validation()) && point.validation() != before) {
                looks.add(point);
                before = point.validation();
            }
        }
        return looks;
    }

    private double draw(
            List<Node> nodes,
            List<TrainingCurve.Point> curve,
            ToDoubleFunction<TrainingCurve.Point> value,
            double most,
            String style) {
        Polyline line = new Polyline();
        line.getStyleClass().add(style);
        double last = getHeight() / 2;
        for (TrainingCurve.Point point : curve) {
            last = y(value.applyAsDouble(point), most);
            line.getPoints().addAll(x(point.step()), last);
        }
        nodes.add(line);
        return last;
    }

    private void name(List<Node> nodes, double trainingEnd, double otherEnd, boolean alone) {
        double at = x(points.get(points.size() - 1).step()) + 10;
        double other = otherEnd;
        if (Math.abs(other - trainingEnd) < APART) {
            other = trainingEnd + (other > trainingEnd ? APART : -APART);
        }
        Text first = text(trainingWord, at, trainingEnd);
        first.getStyleClass().add("loss-word");
        nodes.add(first);
        if (!alone) {
            Text second = text(otherWord, at, other);
            second.getStyleClass().add("loss-other-word");
            nodes.add(second);
        }
    }

    private double x(long step) {
        return LEFT + (double) step / steps * Math.max(1, getWidth() - LEFT - RIGHT);
    }

    private double y(double value, double most) {
        double share = Math.max(0, Math.min(1, value / most));
        return Math.round(TOP + (1 - share) * (getHeight() - TOP - BOTTOM)) + 0.5;
    }

    /** The next of 1, 2, 4, 8 times a power of ten. */
    private static double niceTop(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1e-6, value))));
        for (double factor : new double[] {1, 2, 4, 8}) {
            if (value <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static Line line(double x0, double y0, double x1, double y1) {
        Line line = new Line(x0, y0, x1, y1);
        line.getStyleClass().add("chart-grid");
        return line;
    }

    private static Text text(String words, double x, double y) {
        Text text = new Text(x, y, words);
        text.setTextOrigin(VPos.CENTER);
        text.getStyleClass().add("curve-text");
        return text;
    }
}
