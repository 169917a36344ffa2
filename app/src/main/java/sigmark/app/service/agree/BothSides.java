package sigmark.app.service.agree;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import sigmark.analysis.foresight.Sides;
import sigmark.app.base.words.Numbers;

/**
 * Offline error across, edit probability up: a dot for each slice, larger for more judged results, a ring for each whole
 * version with its interval. Where both sides agree the dots rise.
 */
final class BothSides extends Region {
    private static final double LEFT = 40;
    private static final double BOTTOM = 34;
    private static final double TOP = 8;
    private static final double RIGHT = 12;
    private static final double STEP = 0.25;

    private final Numbers numbers;
    private final String across;
    private final String up;
    private final List<Sides> versions;
    private final List<Sides> slices;
    private final double most;

    BothSides(Numbers numbers, String across, String up, List<Sides> versions, List<Sides> slices) {
        this.numbers = numbers;
        this.across = across;
        this.up = up;
        this.versions = seen(versions);
        this.slices = seen(slices);
        double highest = java.util.stream.Stream.concat(this.versions.stream(), this.slices.stream())
                .mapToDouble(one -> Math.max(value(one.offline()), value(one.online())))
                .max()
                .orElse(1);
        most = Math.min(1, Math.ceil((highest + 0.02) / 0.2) * 0.2);
        getStyleClass().add("both-sides");
        setMinHeight(170);
        setPrefHeight(190);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        StringBuilder spoken = new StringBuilder(across).append(", ").append(up).append(". ");
        for (Sides one : this.versions) {
            spoken.append(one.name())
                    .append(": ")
                    .append(numbers.percent(value(one.offline())))
                    .append(", ")
                    .append(numbers.percent(value(one.online())))
                    .append(". ");
        }
        setAccessibleText(spoken.toString());
    }

    private static List<Sides> seen(List<Sides> all) {
        return all.stream()
                .filter(one -> one.offline().n() > 0 && one.online().n() > 0)
                .toList();
    }

    private static double value(sigmark.analysis.statistics.Proportion rate) {
        return rate.estimate().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = new ArrayList<>();
        for (double share = 0; share <= 1.001; share += STEP) {
            nodes.add(line(x(0), y(most * share), x(most), y(most * share), "chart-grid"));
            nodes.add(text(numbers.wholePercent(most * share), 2, y(most * share) + 4));
            nodes.add(text(numbers.wholePercent(most * share), x(most * share) - 12, getHeight() - BOTTOM + 14));
        }
        nodes.add(line(x(0), y(0), x(most), y(most), "curve-now"));
        nodes.add(text(across, x(0), getHeight() - 4));
        nodes.add(text(up, LEFT + 4, TOP + 8));
        for (Sides one : slices) {
            Circle dot = new Circle(
                    x(value(one.offline())),
                    y(value(one.online())),
                    Math.min(9, 2.5 + Math.sqrt(one.online().n()) / 3));
            dot.getStyleClass().add("curve-dot");
            dot.setOpacity(0.55);
            nodes.add(dot);
        }
        double below = Double.NEGATIVE_INFINITY;
        for (Sides one : versions) {
            double at = x(value(one.offline()));
            one.online()
                    .wilson()
                    .ifPresent(range ->
                            nodes.add(line(at, y(range.low()), at, y(Math.min(most, range.high())), "curve-line")));
            Circle ring = new Circle(at, y(value(one.online())), 6);
            ring.getStyleClass().add("both-version");
            nodes.add(ring);
            // names of versions that lie close together stand one below the other
            double line = Math.max(y(value(one.online())) + 18, below + 13);
            nodes.add(text(one.version(), Math.min(at + 9, getWidth() - 70), line));
            below = line;
        }
        getChildren().setAll(nodes);
        nodes.forEach(node -> node.setManaged(false));
    }

    private double x(double value) {
        return LEFT + value / most * (getWidth() - LEFT - RIGHT);
    }

    private double y(double value) {
        return getHeight() - BOTTOM - value / most * (getHeight() - BOTTOM - TOP);
    }

    private static Line line(double fromX, double fromY, double toX, double toY, String style) {
        Line line = new Line(fromX, fromY, toX, toY);
        line.getStyleClass().add(style);
        return line;
    }

    private static Text text(String words, double x, double y) {
        Text text = new Text(x, y, words);
        text.getStyleClass().add("curve-text");
        return text;
    }
}
