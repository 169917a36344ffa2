package sigmark.app.analyze.chart;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import sigmark.app.base.control.TokenColors.Token;

/**
 * A few curves over one axis. The pointer or the arrow keys move a mark along the nearest curve; a click or Enter chooses
 * the point under the mark. Style class {@code curve-chart}.
 */
public final class CurveChart extends DrawnChart {
    private static final Insets MARGINS = new Insets(6, 8, 18, 34);
    private static final double HEIGHT = 132;

    /** A curve; x and y are equally long. */
    public record Curve(String name, Token color, double[] x, double[] y) {
        int nearest(double wanted) {
            int best = 0;
            for (int i = 1; i < x.length; i++) {
                if (Math.abs(x[i] - wanted) < Math.abs(x[best] - wanted)) {
                    best = i;
                }
            }
            return best;
        }
    }

    /** What the axes span, and how values on them are written. */
    public record Axes(double xTo, double yTo, DoubleFunction<String> xText, DoubleFunction<String> yText) {}

    /** The point under the mark. */
    private record Mark(int curve, int point) {}

    private final List<Curve> curves;
    private final Axes axes;
    private final BiConsumer<Integer, Integer> choose;
    private Mark mark = new Mark(-1, 0);

    /** @param choose hears which curve and which of its points was chosen */
    public CurveChart(List<Curve> curves, Axes axes, String spoken, BiConsumer<Integer, Integer> choose) {
        super("curve-chart", MARGINS, HEIGHT);
        this.curves = curves.stream().filter(curve -> curve.x().length > 0).toList();
        this.axes = axes;
        this.choose = choose;
        setAccessibleText(spoken);
        setMinSize(0, HEIGHT);
        setOnMouseMoved(this::pointed);
        setOnMouseExited(event -> moveTo(new Mark(-1, 0)));
        setOnMouseClicked(event -> {
            pointed(event);
            choose();
        });
        setOnKeyPressed(this::pressed);
    }

    private void choose() {
        if (mark.curve >= 0) {
            choose.accept(mark.curve, mark.point);
        }
    }

    private void pointed(MouseEvent event) {
        double wanted = (event.getX() - MARGINS.getLeft()) / plotWidth() * axes.xTo;
        Mark nearest = new Mark(-1, 0);
        double least = Double.MAX_VALUE;
        for (int c = 0; c < curves.size(); c++) {
            int point = curves.get(c).nearest(wanted);
            double away =
                    Math.hypot(x(curves.get(c).x[point]) - event.getX(), y(curves.get(c).y[point]) - event.getY());
            if (away < least) {
                least = away;
                nearest = new Mark(c, point);
            }
        }
        moveTo(nearest);
    }

    private void pressed(KeyEvent event) {
        if (curves.isEmpty()) {
            return;
        }
        Mark now = mark.curve < 0 ? new Mark(0, 0) : mark;
        int points = curves.get(now.curve).x.length;
        int far = Math.max(1, points / 20);
        switch (event.getCode()) {
            case RIGHT -> moveTo(new Mark(now.curve, Math.min(points - 1, now.point + far)));
            case LEFT -> moveTo(new Mark(now.curve, Math.max(0, now.point - far)));
            case PAGE_DOWN, PAGE_UP -> {
                int step = event.getCode() == javafx.scene.input.KeyCode.PAGE_DOWN ? 1 : curves.size() - 1;
                int other = (now.curve + step) % curves.size();
                moveTo(new Mark(other, curves.get(other).nearest(curves.get(now.curve).x[now.point])));
            }
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moveTo(Mark there) {
        mark = there;
        if (mark.curve >= 0) {
            say(said(mark));
        }
        paint();
    }

    private String said(Mark at) {
        Curve curve = curves.get(at.curve);
        return curve.name() + ": " + axes.xText.apply(curve.x[at.point]) + ", " + axes.yText.apply(curve.y[at.point]);
    }

    private double x(double value) {
        return across(value / axes.xTo);
    }

    private double y(double value) {
        return up(value / axes.yTo);
    }

    @Override
    void draw(GraphicsContext g) {
        axes(g, 2, share -> axes.yText.apply(axes.yTo * share), share -> axes.xText.apply(axes.xTo * share));
        for (int c = 0; c < curves.size(); c++) {
            curve(g, curves.get(c), c == mark.curve);
        }
        if (mark.curve >= 0) {
            mark(g, curves.get(mark.curve));
        }
    }

    private void curve(GraphicsContext g, Curve curve, boolean strong) {
        g.setStroke(color(curve.color()));
        g.setLineWidth(strong ? 3 : 2);
        g.beginPath();
        for (int i = 0; i < curve.x.length; i++) {
            double px = x(Math.min(axes.xTo, curve.x[i]));
            double py = y(curve.y[i]);
            if (i == 0) {
                g.moveTo(px, py);
            } else {
                g.lineTo(px, py);
            }
        }
        g.stroke();
    }

    private void mark(GraphicsContext g, Curve curve) {
        double px = x(Math.min(axes.xTo, curve.x[mark.point]));
        double py = y(curve.y[mark.point]);
        g.setFill(color(curve.color()));
        g.fillOval(px - 4, py - 4, 8, 8);
        g.setStroke(color(Token.BACKGROUND));
        g.setLineWidth(1.5);
        g.strokeOval(px - 4, py - 4, 8, 8);
        g.setFill(color(Token.TEXT));
        g.setTextBaseline(VPos.BOTTOM);
        boolean right = px > getWidth() / 2;
        g.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(said(mark), px + (right ? -8 : 8), Math.max(16, py - 4));
    }
}
