package sigmark.app.analyze.chart;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;
import sigmark.app.base.control.TokenColors.Token;

/**
 * Points with an interval upwards and a size, the best ones joined by a dashed line. Arrow keys go from point to point,
 * Enter or a click chooses one. Style class {@code point-chart}.
 */
public final class PointChart extends DrawnChart {
    private static final Insets MARGINS = new Insets(10, 16, 20, 40);
    private static final double HEIGHT = 180;
    private static final double SMALLEST = 4;
    private static final double LARGEST = 12;

    /**
     * A point.
     *
     * @param low lower end of its interval
     * @param size area against the others; 0 when not known
     * @param front no other is better in all
     * @param square drawn as a square instead of a circle
     */
    public record Point(
            String name,
            String spoken,
            double x,
            double y,
            double low,
            double high,
            double size,
            boolean front,
            boolean square,
            Token color) {}

    private final DoubleFunction<String> xText;
    private final DoubleFunction<String> yText;
    private final IntConsumer choose;
    private List<Point> points = List.of();
    private int marked = -1;
    private double xTo = 1;
    private double yFrom;
    private double yTo = 1;

    public PointChart(DoubleFunction<String> xText, DoubleFunction<String> yText, IntConsumer choose) {
        super("point-chart", MARGINS, HEIGHT);
        this.xText = xText;
        this.yText = yText;
        this.choose = choose;
        setMinSize(0, 0);
        setOnMouseMoved(event -> mark(nearest(event.getX(), event.getY())));
        setOnMouseExited(event -> mark(-1));
        setOnMouseClicked(event -> {
            int at = nearest(event.getX(), event.getY());
            if (at >= 0) {
                choose.accept(at);
            }
        });
        setOnKeyPressed(this::pressed);
    }

    /** Shows points; {@code spoken} says them all as text. */
    public void show(List<Point> shown, String spoken) {
        points = List.copyOf(shown);
        marked = -1;
        setAccessibleText(spoken);
        double low = points.stream().mapToDouble(Point::low).min().orElse(0);
        double high = points.stream().mapToDouble(Point::high).max().orElse(1);
        double room = Math.max(0.02, (high - low) * 0.12);
        yFrom = Math.max(0, Math.floor((low - room) * 20) / 20);
        yTo = Math.min(1, Math.ceil((high + room) * 20) / 20);
        xTo = round(Math.max(1, points.stream().mapToDouble(Point::x).max().orElse(1) * 1.15));
        paint();
    }

    /** The next value that four equal parts of are round numbers. */
    private static double round(double most) {
        double unit = Math.pow(10, Math.floor(Math.log10(most))) / 5;
        return Math.ceil(most / unit / 2) * 2 * unit;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT -> mark(Math.min(points.size() - 1, marked + 1));
            case LEFT -> mark(Math.max(0, marked - 1));
            case ENTER -> {
                if (marked >= 0) {
                    choose.accept(marked);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int nearest(double px, double py) {
        int best = -1;
        double least = 24;
        for (int i = 0; i < points.size(); i++) {
            double away = Math.hypot(x(points.get(i)) - px, y(points.get(i).y()) - py);
            if (away < least) {
                least = away;
                best = i;
            }
        }
        return best;
    }

    private void mark(int at) {
        if (at != marked) {
            marked = at;
            say(at >= 0 ? points.get(at).spoken() : "");
            paint();
        }
    }

    private double x(Point point) {
        return across(point.x() / xTo);
    }

    private double y(double value) {
        return up((value - yFrom) / Math.max(1e-9, yTo - yFrom));
    }

    @Override
    void draw(GraphicsContext g) {
        if (points.isEmpty()) {
            return;
        }
        axes(g, 1, share -> yText.apply(yFrom + (yTo - yFrom) * share), share -> xText.apply(xTo * share));
        front(g);
        for (int i = 0; i < points.size(); i++) {
            point(g, points.get(i), i == marked);
        }
    }

    private void front(GraphicsContext g) {
        List<Point> best = points.stream()
                .filter(Point::front)
                .sorted(Comparator.comparingDouble(Point::x))
                .toList();
        g.setStroke(color(Token.MUTED));
        g.setLineWidth(1.5);
        g.setLineDashes(4, 3);
        for (int i = 1; i < best.size(); i++) {
            g.strokeLine(
                    x(best.get(i - 1)),
                    y(best.get(i - 1).y()),
                    x(best.get(i)),
                    y(best.get(i).y()));
        }
        g.setLineDashes();
    }

    private void point(GraphicsContext g, Point point, boolean strong) {
        double most = points.stream().mapToDouble(Point::size).max().orElse(0);
        double radius = most <= 0 || point.size() <= 0
                ? SMALLEST + 1
                : Math.max(SMALLEST, LARGEST * Math.sqrt(point.size() / most));
        double px = x(point);
        double py = y(point.y());
        g.setStroke(color(point.color()));
        g.setLineWidth(1.5);
        g.strokeLine(px, y(point.low()), px, y(point.high()));
        g.setFill(color(point.color()));
        if (point.square()) {
            g.fillRect(px - radius, py - radius, 2 * radius, 2 * radius);
        } else {
            g.fillOval(px - radius, py - radius, 2 * radius, 2 * radius);
        }
        if (strong) {
            g.setStroke(color(Token.ACCENT));
            g.setLineWidth(2);
            g.strokeOval(px - radius - 3, py - radius - 3, 2 * radius + 6, 2 * radius + 6);
        }
        g.setFill(color(Token.TEXT));
        g.setTextBaseline(VPos.CENTER);
        boolean right = px > getWidth() * 0.6;
        g.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(point.name(), px + (right ? -radius - 5 : radius + 5), py - radius - 2);
    }
}
