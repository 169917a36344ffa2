package sigmark.inference.synthesis;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** Draws the figures of exercise sheets: axes with curves, triangles, circles, charts; their labels are formulas. */
final class FigurePainter {
    static final List<String> SHAPES = List.of(
            "parabola",
            "line",
            "sine",
            "cubic",
            "normal",
            "triangle",
            "right",
            "circle",
            "bars",
            "numberline",
            "rectangle",
            "venn",
            "scatter",
            "vectors");

    private final PageCanvas canvas;
    private final PageTheme theme;
    private final TextSetter text;
    private final RandomGenerator random;

    FigurePainter(PageCanvas canvas, PageTheme theme, RandomGenerator random) {
        this.canvas = canvas;
        this.theme = theme;
        this.text = new TextSetter(theme);
        this.random = random;
    }

    /** Height over width of a shape. */
    static double aspect(String shape) {
        return switch (shape) {
            case "numberline" -> 0.16;
            case "normal", "sine" -> 0.45;
            case "bars", "scatter", "venn" -> 0.62;
            default -> 0.75;
        };
    }

    void paint(String shape, Rectangle2D area) {
        Graphics2D g = canvas.graphics();
        g.setColor(theme.ink());
        stroke(1);
        switch (shape) {
            case "parabola" -> curve(area, x -> 0.15 + 2.2 * (x - 0.55) * (x - 0.55), "y=f(x)");
            case "line" -> curve(area, x -> 0.15 + 0.7 * x, "l");
            case "sine" -> curve(area, x -> 0.45 + 0.32 * Math.sin(7 * x), "y=\\sin x");
            case "cubic" -> curve(area, x -> 0.5 + 6 * (x - 0.25) * (x - 0.55) * (x - 0.9), "y=g(x)");
            case "normal" -> curve(area, x -> 0.12 + 0.7 * Math.exp(-22 * (x - 0.55) * (x - 0.55)), "f(x)");
            case "triangle" -> polygon(area, new double[] {0.08, 0.92, 0.35}, new double[] {0.86, 0.86, 0.14});
            case "right" -> polygon(area, new double[] {0.12, 0.88, 0.12}, new double[] {0.86, 0.86, 0.14});
            case "rectangle" -> polygon(area, new double[] {0.1, 0.9, 0.9, 0.1}, new double[] {0.82, 0.82, 0.22, 0.22});
            case "circle" -> circle(area);
            case "bars" -> bars(area);
            case "numberline" -> numberLine(area);
            case "venn" -> venn(area);
            case "scatter" -> scatter(area);
            case "vectors" -> vectors(area);
            default -> throw new IllegalArgumentException("no such figure: " + shape);
        }
    }

    private void curve(Rectangle2D area, DoubleUnaryOperator f, String name) {
        double ox = 0.12 + 0.2 * random.nextDouble();
        double oy = 0.12;
        axes(area, ox, oy);
        Path2D path = new Path2D.Double();
        for (int i = 0; i <= 80; i++) {
            double x = 0.05 + 0.88 * i / 80;
            double y = Math.max(0.02, Math.min(0.97, f.applyAsDouble(x)));
            if (i == 0) {
                path.moveTo(px(area, x), py(area, y));
            } else {
                path.lineTo(px(area, x), py(area, y));
            }
        }
        stroke(1.6);
        canvas.graphics().setColor(theme.accent());
        canvas.graphics().draw(path);
        canvas.graphics().setColor(theme.ink());
        stroke(1);
        label(name, px(area, 0.74), py(area, Math.min(0.95, f.applyAsDouble(0.74) + 0.22)));
        if (random.nextBoolean()) {
            double at = 0.5 + 0.25 * random.nextDouble();
            dashed(px(area, at), py(area, oy), px(area, at), py(area, Math.min(0.97, f.applyAsDouble(at))));
            label(random.nextBoolean() ? "a" : "x_{1}", px(area, at), py(area, oy) + theme.size() * 0.9);
        }
    }

    private void axes(Rectangle2D area, double ox, double oy) {
        arrow(px(area, 0), py(area, oy), px(area, 0.98), py(area, oy));
        arrow(px(area, ox), py(area, 0), px(area, ox), py(area, 0.98));
        label("x", px(area, 0.99), py(area, oy) + theme.size() * 0.75);
        label("y", px(area, ox) - theme.size() * 0.7, py(area, 0.97));
        label("\\mathrm{O}", px(area, ox) - theme.size() * 0.6, py(area, oy) + theme.size() * 0.6);
    }

    private void polygon(Rectangle2D area, double[] xs, double[] ys) {
        Path2D path = new Path2D.Double();
        double cx = 0;
        double cy = 0;
        for (int i = 0; i < xs.length; i++) {
            double x = area.getX() + xs[i] * area.getWidth();
            double y = area.getY() + ys[i] * area.getHeight();
            cx += x / xs.length;
            cy += y / xs.length;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        stroke(1.3);
        canvas.graphics().draw(path);
        for (int i = 0; i < xs.length; i++) {
            double x = area.getX() + xs[i] * area.getWidth();
            double y = area.getY() + ys[i] * area.getHeight();
            double away = theme.size() * 0.8 / Math.hypot(x - cx, y - cy);
            label("\\mathrm{" + (char) ('A' + i) + "}", x + (x - cx) * away, y + (y - cy) * away);
        }
        if (random.nextInt(3) > 0) {
            double x = area.getX() + (xs[0] + xs[1]) / 2 * area.getWidth();
            String side = List.of("a", "x", "2x+1", "c", "\\sqrt{5}").get(random.nextInt(5));
            label(side, x, area.getY() + ys[0] * area.getHeight() + theme.size() * 0.75);
        }
    }

    private void circle(Rectangle2D area) {
        double radius = Math.min(area.getWidth(), area.getHeight()) * 0.4;
        double cx = area.getCenterX();
        double cy = area.getCenterY();
        canvas.graphics().draw(new Ellipse2D.Double(cx - radius, cy - radius, 2 * radius, 2 * radius));
        canvas.graphics().fill(new Ellipse2D.Double(cx - 2, cy - 2, 4, 4));
        double angle = random.nextDouble() * 1.2 + 0.2;
        line(cx, cy, cx + radius * Math.cos(angle), cy - radius * Math.sin(angle));
        line(cx, cy, cx + radius, cy);
        label("\\mathrm{O}", cx - theme.size() * 0.7, cy + theme.size() * 0.4);
        label("r", cx + radius * 0.5, cy + theme.size() * 0.6);
        label("\\theta", cx + radius * 0.35, cy - radius * 0.13);
        label(
                "\\mathrm{P}",
                cx + (radius + theme.size() * 0.8) * Math.cos(angle),
                cy - (radius + theme.size() * 0.8) * Math.sin(angle));
    }

    private void bars(Rectangle2D area) {
        line(px(area, 0.1), py(area, 0.12), px(area, 0.95), py(area, 0.12));
        line(px(area, 0.1), py(area, 0.12), px(area, 0.1), py(area, 0.95));
        for (int i = 0; i < 5; i++) {
            double height = 0.15 + 0.6 * random.nextDouble();
            double x = px(area, 0.16 + 0.155 * i);
            Rectangle2D bar = new Rectangle2D.Double(
                    x, py(area, 0.12 + height), area.getWidth() * 0.11, height * area.getHeight());
            canvas.graphics().setColor(new Color(190, 200, 215));
            canvas.graphics().fill(bar);
            canvas.graphics().setColor(theme.ink());
            canvas.graphics().draw(bar);
            plain(String.valueOf(10 * (i + 1)), x + area.getWidth() * 0.055, py(area, 0.03));
        }
        for (int i = 1; i < 5; i++) {
            plain(String.valueOf(2 * i), px(area, 0.05), py(area, 0.1 + 0.18 * i));
        }
    }

    private void numberLine(Rectangle2D area) {
        double y = area.getCenterY();
        arrow(px(area, 0.02), y, px(area, 0.98), y);
        for (int i = -3; i <= 3; i++) {
            double x = px(area, 0.5 + i * 0.13);
            line(x, y - theme.size() * 0.2, x, y + theme.size() * 0.2);
            plain(String.valueOf(i), x, y + theme.size() * 0.9);
        }
        double at = px(area, 0.3 + 0.4 * random.nextDouble());
        canvas.graphics().fill(new Ellipse2D.Double(at - 3, y - 3, 6, 6));
        label(random.nextBoolean() ? "a" : "\\mathrm{P}", at, y - theme.size() * 0.8);
    }

    private void venn(Rectangle2D area) {
        double radius = area.getHeight() * 0.3;
        canvas.graphics().draw(area);
        for (int i = 0; i < 2; i++) {
            double cx = area.getCenterX() + (i == 0 ? -0.6 : 0.6) * radius;
            canvas.graphics()
                    .draw(new Ellipse2D.Double(cx - radius, area.getCenterY() - radius, 2 * radius, 2 * radius));
            label(i == 0 ? "A" : "B", cx + (i == 0 ? -0.5 : 0.5) * radius, area.getCenterY());
        }
        label("U", area.getMinX() + theme.size(), area.getMinY() + theme.size());
    }

    private void scatter(Rectangle2D area) {
        axes(area, 0.1, 0.12);
        for (int i = 0; i < 18; i++) {
            double x = 0.18 + 0.7 * random.nextDouble();
            double y = Math.min(0.9, 0.15 + 0.7 * x + 0.12 * random.nextGaussian());
            canvas.graphics().fill(new Ellipse2D.Double(px(area, x) - 2, py(area, y) - 2, 4, 4));
        }
    }

    private void vectors(Rectangle2D area) {
        double ox = px(area, 0.15);
        double oy = py(area, 0.15);
        String[] names = {"\\vec{a}", "\\vec{b}", "\\vec{a}+\\vec{b}"};
        double[] xs = {0.7, 0.3, 0.85};
        double[] ys = {0.3, 0.75, 0.9};
        for (int i = 0; i < 3; i++) {
            arrow(ox, oy, px(area, xs[i]), py(area, ys[i]));
            label(names[i], px(area, xs[i]) + theme.size() * (i == 2 ? -1.2 : 0.9), py(area, ys[i]));
        }
    }

    /** Sets a formula with the middle of its ink here. */
    private void label(String latex, double x, double y) {
        TextLine line = text.line("$" + latex + "$", theme.size() * 0.95, false);
        line.draw(canvas, x - line.width() / 2, y + theme.size() * 0.32, 0, theme.ink());
    }

    private void plain(String words, double x, double y) {
        TextLine line = text.line(words, theme.size() * 0.8, false);
        line.draw(canvas, x - line.width() / 2, y + theme.size() * 0.3, 0, theme.ink());
    }

    private void stroke(double width) {
        canvas.graphics().setStroke(new BasicStroke((float) (width * theme.size() / 20)));
    }

    private void line(double x0, double y0, double x1, double y1) {
        canvas.graphics().draw(new Line2D.Double(x0, y0, x1, y1));
    }

    private void dashed(double x0, double y0, double x1, double y1) {
        float dash = theme.size() * 0.3f;
        canvas.graphics()
                .setStroke(new BasicStroke(
                        theme.size() / 20,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_MITER,
                        10,
                        new float[] {dash, dash},
                        0));
        line(x0, y0, x1, y1);
        stroke(1);
    }

    private void arrow(double x0, double y0, double x1, double y1) {
        line(x0, y0, x1, y1);
        double angle = Math.atan2(y1 - y0, x1 - x0);
        double length = theme.size() * 0.45;
        for (double side : new double[] {-2.7, 2.7}) {
            line(x1, y1, x1 + length * Math.cos(angle + side), y1 + length * Math.sin(angle + side));
        }
    }

    private static double px(Rectangle2D area, double x) {
        return area.getX() + x * area.getWidth();
    }

    /** From the bottom up, as in a plot. */
    private static double py(Rectangle2D area, double y) {
        return area.getMaxY() - y * area.getHeight();
    }
}
