package sigmark.app.service.agree;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import sigmark.analysis.online.IsotonicCurve;
import sigmark.app.base.words.Numbers;

/** Edit probability over the offline error of a sample, by isotonic regression: a rising staircase where they agree. */
final class EditCurve extends Region {
    private static final double LEFT = 40;
    private static final double BOTTOM = 34;
    private static final double TOP = 8;

    private final Numbers numbers;
    private final String across;
    private final List<IsotonicCurve.Point> curve;

    EditCurve(Numbers numbers, String across, List<IsotonicCurve.Point> curve, String spoken) {
        this.numbers = numbers;
        this.across = across;
        this.curve = curve;
        setMinHeight(170);
        setPrefHeight(190);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(spoken);
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = new ArrayList<>();
        for (double share = 0; share <= 1.001; share += 0.25) {
            Line grid = new Line(LEFT, y(share), getWidth() - 8, y(share));
            grid.getStyleClass().add("chart-grid");
            nodes.add(grid);
            nodes.add(text(numbers.wholePercent(share), 2, y(share) + 4));
            nodes.add(text(numbers.decimals(share, 2), x(share) - 10, getHeight() - BOTTOM + 14));
        }
        nodes.add(text(across, LEFT, getHeight() - 4));
        Polyline steps = new Polyline();
        steps.getStyleClass().add("curve-line");
        double before = curve.isEmpty() ? 0 : curve.get(0).value();
        for (IsotonicCurve.Point point : curve) {
            steps.getPoints().addAll(x(point.score()), y(before), x(point.score()), y(point.value()));
            before = point.value();
        }
        if (!curve.isEmpty()) {
            steps.getPoints().addAll(x(1), y(before));
            nodes.add(steps);
        }
        getChildren().setAll(nodes);
        nodes.forEach(node -> node.setManaged(false));
    }

    private double x(double error) {
        return LEFT + error * (getWidth() - LEFT - 14);
    }

    private double y(double share) {
        return getHeight() - BOTTOM - share * (getHeight() - BOTTOM - TOP);
    }

    private static Text text(String words, double x, double y) {
        Text text = new Text(x, y, words);
        text.getStyleClass().add("curve-text");
        return text;
    }
}
