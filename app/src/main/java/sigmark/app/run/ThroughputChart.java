package sigmark.app.run;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import sigmark.app.base.Desk;
import sigmark.app.base.control.TokenColors;
import sigmark.app.base.control.TokenColors.Token;

/** Pages a second (solid) and formulas a second (dashed, right axis) over the run, warm-up marked. */
final class ThroughputChart extends Pane {
    private static final double HEIGHT = 148;
    private static final double LEFT = 34;
    private static final double RIGHT = 40;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;
    private static final int LINES = 4;

    private final Desk desk;
    private final Canvas canvas = new Canvas();
    private final TokenColors colors = new TokenColors();
    private final Label pagesNow = new Label();
    private final Label formulasNow = new Label();
    private List<Throughput.Point> points = List.of();
    private double warmUpSeconds;

    ThroughputChart(Desk desk) {
        this.desk = desk;
        setId("throughput");
        getChildren().addAll(canvas, colors);
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        widthProperty().subscribe(width -> draw());
        colors.versionProperty().subscribe(version -> draw());
    }

    /** The two lines with their values now. */
    Node legend() {
        Region solid = new Region();
        solid.getStyleClass().add("legend-solid");
        Region dashed = new Region();
        dashed.getStyleClass().add("legend-dashed");
        pagesNow.getStyleClass().add("row-title");
        formulasNow.getStyleClass().add("row-title");
        HBox legend = new HBox(
                8,
                solid,
                desk.texts().on(new Label(), "run.pages-a-second"),
                pagesNow,
                dashed,
                desk.texts().on(new Label(), "run.formulas-a-second"),
                formulasNow);
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    void show(List<Throughput.Point> next, double warmUp) {
        points = next;
        warmUpSeconds = warmUp;
        Throughput.Point last =
                next.isEmpty() ? new Throughput.Point(0, Double.NaN, Double.NaN) : next.get(next.size() - 1);
        pagesNow.setText(desk.texts().numbers().decimals(last.pagesPerSecond(), 2));
        formulasNow.setText(desk.texts().numbers().decimals(last.formulasPerSecond(), 1));
        setAccessibleText(desk.texts().text("run.pages-a-second") + " " + pagesNow.getText());
        draw();
    }

    private void draw() {
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(HEIGHT);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        double mostPages = top(points, Throughput.Point::pagesPerSecond);
        double mostFormulas = top(points, Throughput.Point::formulasPerSecond);
        axes(g, mostPages, mostFormulas);
        if (points.size() < 2) {
            return;
        }
        warmUp(g);
        line(g, Throughput.Point::formulasPerSecond, mostFormulas, colors.get(Token.SERIES_3), 5);
        line(g, Throughput.Point::pagesPerSecond, mostPages, colors.get(Token.SERIES_1), 0);
    }

    private void axes(GraphicsContext g, double mostPages, double mostFormulas) {
        g.setFont(Font.font(g.getFont().getFamily(), 11));
        g.setTextBaseline(VPos.CENTER);
        g.setLineDashes();
        g.setLineWidth(1);
        double right = canvas.getWidth() - RIGHT;
        for (int i = 0; i <= LINES; i++) {
            double y = Math.round(HEIGHT - BOTTOM - i * (HEIGHT - TOP - BOTTOM) / LINES) + 0.5;
            g.setStroke(colors.get(Token.FAINT_BORDER));
            g.strokeLine(LEFT, y, right, y);
            g.setFill(colors.get(Token.MUTED));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(label(mostPages * i / LINES), LEFT - 6, y);
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(label(mostFormulas * i / LINES), right + 6, y);
        }
    }

    private void warmUp(GraphicsContext g) {
        double end = points.get(points.size() - 1).seconds();
        if (warmUpSeconds <= 0 || warmUpSeconds >= end) {
            return;
        }
        double x = Math.round(x(warmUpSeconds, end)) + 0.5;
        g.setStroke(colors.get(Token.MUTED));
        g.setLineDashes(2, 3);
        g.strokeLine(x, TOP, x, HEIGHT - BOTTOM);
        g.setLineDashes();
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(colors.get(Token.MUTED));
        g.fillText(desk.texts().text("run.warm-up"), x + 6, TOP + 4);
    }

    private void line(
            GraphicsContext g, ToDoubleFunction<Throughput.Point> value, double most, Color color, double dash) {
        double end = points.get(points.size() - 1).seconds();
        g.setStroke(color);
        g.setLineWidth(1.5);
        g.setLineDashes(dash);
        g.beginPath();
        for (int i = 0; i < points.size(); i++) {
            double x = x(points.get(i).seconds(), end);
            double y = HEIGHT - BOTTOM - value.applyAsDouble(points.get(i)) / most * (HEIGHT - TOP - BOTTOM);
            if (i == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
        g.setLineDashes();
    }

    private double x(double seconds, double end) {
        return LEFT + seconds / end * (canvas.getWidth() - LEFT - RIGHT);
    }

    private String label(double value) {
        return desk.texts().numbers().decimals(value, value > 0 && value < 1 ? 2 : value > 0 && value < 10 ? 1 : 0);
    }

    private static double top(List<Throughput.Point> points, ToDoubleFunction<Throughput.Point> value) {
        double most = points.stream().mapToDouble(value).max().orElse(1);
        return Waterfall.niceTick(Math.max(most, 0.01) / LINES) * LINES;
    }
}
