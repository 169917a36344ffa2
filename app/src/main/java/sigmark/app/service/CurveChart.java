package sigmark.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import sigmark.analysis.plan.CurveForecast;
import sigmark.analysis.statistics.Interval;
import sigmark.app.base.words.Numbers;
import sigmark.labeling.plan.LearningPoint;

/** Error over the number of training samples, on a logarithmic axis: trainings, fitted curve, its band, target and now. */
final class CurveChart extends Region {
    private static final double LEFT = 34;
    private static final double BOTTOM = 18;
    private static final int STEPS = 48;

    private final CurveForecast forecast;
    private final OptionalDouble target;
    private final double now;
    private final Numbers numbers;

    /**
     * @param target error that the sheet asks for
     * @param now samples that are there
     * @param spoken the same in words
     */
    CurveChart(CurveForecast forecast, OptionalDouble target, double now, Numbers numbers, String spoken) {
        this.forecast = forecast;
        this.target = target;
        this.now = now;
        this.numbers = numbers;
        setPrefHeight(150);
        setMinHeight(150);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(spoken);
    }

    @Override
    protected void layoutChildren() {
        double from = forecast.points().stream()
                .mapToDouble(LearningPoint::samples)
                .min()
                .orElseThrow();
        double to = forecast.largest() * CurveForecast.REACH;
        double width = getWidth();
        double height = getHeight();
        List<Node> nodes = new ArrayList<>();
        for (double share = 0; share <= 1.001; share += 0.25) {
            nodes.add(line(LEFT, y(share, height), width, y(share, height), "chart-grid"));
            nodes.add(text(numbers.wholePercent(share), 0, y(share, height) + 4));
        }
        Polyline curve = new Polyline();
        curve.getStyleClass().add("curve-line");
        Polygon band = new Polygon();
        band.getStyleClass().add("curve-band");
        List<Double> back = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double samples = from * Math.pow(to / from, (double) i / STEPS);
            double x = x(samples, from, to, width);
            Interval interval = forecast.errorInterval(samples);
            curve.getPoints().addAll(x, y(forecast.error(samples), height));
            band.getPoints().addAll(x, y(interval.high(), height));
            back.add(0, y(interval.low(), height));
            back.add(0, x);
        }
        band.getPoints().addAll(back);
        nodes.add(band);
        nodes.add(curve);
        target.ifPresent(error -> nodes.add(line(LEFT, y(error, height), width, y(error, height), "curve-target")));
        if (now >= from && now <= to) {
            double x = x(now, from, to, width);
            nodes.add(line(x, 0, x, height - BOTTOM, "curve-now"));
        }
        for (LearningPoint point : forecast.points()) {
            Circle dot = new Circle(x(point.samples(), from, to, width), y(point.error(), height), 3.5);
            dot.getStyleClass().add("curve-dot");
            nodes.add(dot);
        }
        nodes.add(text(numbers.count((long) from), LEFT, height - 4));
        Text last = text(numbers.count((long) to), width - 44, height - 4);
        nodes.add(last);
        getChildren().setAll(nodes);
    }

    private static double x(double samples, double from, double to, double width) {
        return LEFT + (width - LEFT) * Math.log(samples / from) / Math.log(to / from);
    }

    private static double y(double share, double height) {
        return Math.round((height - BOTTOM) * (1 - Math.min(1, share))) + 0.5;
    }

    private static Line line(double x0, double y0, double x1, double y1, String style) {
        Line line = new Line(x0, y0, x1, y1);
        line.getStyleClass().add(style);
        return line;
    }

    private static Text text(String words, double x, double y) {
        Text text = new Text(x, y, words);
        text.setTextOrigin(VPos.BASELINE);
        text.getStyleClass().add("curve-text");
        return text;
    }
}
