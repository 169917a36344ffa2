package sigmark.app.service.online;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import sigmark.analysis.online.OnlineReport;
import sigmark.analysis.online.OutcomeFigures;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.base.Desk;
import sigmark.labeling.online.RequestFilter;

/**
 * Edit probability by day with its interval, one line for each of two versions (squares dashed, circles solid). Arrow
 * keys go from point to point, Enter or a click shows the requests of that day.
 */
final class DayChart extends Region {
    private static final double LEFT = 36;
    private static final double RIGHT = 10;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;
    private static final double LEAST = 0.1;

    private final Desk desk;
    private final OnlineModel model;
    private final OnlineText text;
    private final Tooltip tooltip = new Tooltip();
    private List<OnlineReport.Day> days = List.of();
    private List<LocalDate> axis = List.of();
    private Optional<String> first = Optional.empty();
    private OptionalDouble bound = OptionalDouble.empty();
    private int at = -1;

    DayChart(Desk desk, OnlineModel model) {
        this.desk = desk;
        this.model = model;
        text = new OnlineText(desk);
        getStyleClass().add("day-chart");
        setMinSize(0, 120);
        setPrefHeight(150);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        Tooltip.install(this, tooltip);
        focusedProperty().subscribe(now -> requestLayout());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT) {
                step(event.getCode() == KeyCode.RIGHT ? 1 : -1);
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && at >= 0) {
                open(days.get(at));
                event.consume();
            }
        });
    }

    /** @param bound that the sheet asks for */
    void show(OptionalDouble bound) {
        String second =
                model.versionProperty().get().map(figures -> figures.version()).orElse("");
        String other =
                model.againstProperty().get().map(figures -> figures.version()).orElse("");
        this.bound = bound;
        first = Optional.of(other).filter(name -> !name.isEmpty() && !name.equals(second));
        days = model.reportProperty().get().days().stream()
                .filter(day -> day.version().equals(second) || day.version().equals(other))
                .filter(day -> rate(day).n() > 0)
                .toList();
        axis = days.stream().map(OnlineReport.Day::day).distinct().sorted().toList();
        at = -1;
        StringBuilder spoken = new StringBuilder();
        days.forEach(day -> spoken.append(said(day)).append("; "));
        setAccessibleText(spoken.toString());
        requestLayout();
    }

    private static Proportion rate(OnlineReport.Day day) {
        return new OutcomeFigures(day.counts()).ofJudged();
    }

    private String said(OnlineReport.Day day) {
        return day.version() + ", " + day.day() + ": " + text.whole(rate(day));
    }

    private void step(int by) {
        if (!days.isEmpty()) {
            at = Math.floorMod(at + by, days.size());
            setAccessibleHelp(said(days.get(at)));
            tooltip.setText(said(days.get(at)));
            requestLayout();
        }
    }

    private void open(OnlineReport.Day day) {
        model.open(RequestFilter.ALL.version(day.version()).day(day.day()));
    }

    private double top() {
        double most = bound.orElse(0);
        for (OnlineReport.Day day : days) {
            most = Math.max(most, rate(day).estimate().orElse(0));
        }
        double padded = Math.max(LEAST, Math.min(1, most * 1.5));
        return Math.min(1, Math.ceil(padded * 20) / 20);
    }

    private double x(LocalDate day) {
        double width = getWidth() - LEFT - RIGHT;
        return axis.size() < 2 ? LEFT + width / 2 : LEFT + width * axis.indexOf(day) / (axis.size() - 1);
    }

    private double y(double share, double top) {
        double height = getHeight() - TOP - BOTTOM;
        return Math.round(TOP + height * (1 - Math.min(1, share / top))) + 0.5;
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = new ArrayList<>();
        double top = top();
        for (int part = 0; part <= 2; part++) {
            double share = top * part / 2;
            nodes.add(line(LEFT, y(share, top), getWidth() - RIGHT, y(share, top), "chart-grid"));
            nodes.add(words(desk.texts().numbers().decimals(100 * share, 0), 0, y(share, top) + 4));
        }
        bound.ifPresent(asked -> {
            nodes.add(line(LEFT, y(asked, top), getWidth() - RIGHT, y(asked, top), "curve-target"));
        });
        dates(nodes);
        List<OnlineReport.Day> one = days.stream().filter(this::isFirst).toList();
        List<OnlineReport.Day> two = days.stream().filter(day -> !isFirst(day)).toList();
        curve(nodes, one, top, "2");
        curve(nodes, two, top, "1");
        if (isFocused()) {
            Rectangle focus = new Rectangle(1, 1, Math.max(0, getWidth() - 2), Math.max(0, getHeight() - 2));
            focus.getStyleClass().add("day-focus");
            focus.setMouseTransparent(true);
            nodes.add(focus);
        }
        getChildren().setAll(nodes);
    }

    private boolean isFirst(OnlineReport.Day day) {
        return first.filter(day.version()::equals).isPresent();
    }

    private void dates(List<Node> nodes) {
        double end = -100;
        for (LocalDate day : axis) {
            Text date = words(desk.texts().numbers().date(day, axis.get(axis.size() - 1)), 0, getHeight() - 4);
            double width = date.getLayoutBounds().getWidth();
            double left = Math.max(LEFT, Math.min(getWidth() - width, x(day) - width / 2));
            if (left > end + 12) {
                date.setX(left);
                nodes.add(date);
                end = left + width;
            }
        }
    }

    private void curve(List<Node> nodes, List<OnlineReport.Day> of, double top, String series) {
        Polyline line = new Polyline();
        line.getStyleClass().addAll("day-line", "day-line-" + series);
        Polygon band = new Polygon();
        band.getStyleClass().addAll("day-band", "day-band-" + series);
        List<Double> back = new ArrayList<>();
        List<Node> marks = new ArrayList<>();
        for (OnlineReport.Day day : of) {
            Proportion rate = rate(day);
            double x = x(day.day());
            double y = y(rate.estimate().orElse(0), top);
            line.getPoints().addAll(x, y);
            Interval interval = rate.wilson().orElse(new Interval(0, 1));
            band.getPoints().addAll(x, y(interval.high(), top));
            back.add(0, y(interval.low(), top));
            back.add(0, x);
            marks.add(mark(day, x, y, series));
        }
        band.getPoints().addAll(back);
        nodes.add(band);
        nodes.add(line);
        nodes.addAll(marks);
    }

    private Node mark(OnlineReport.Day day, double x, double y, String series) {
        boolean here = at >= 0 && days.get(at).equals(day);
        double half = here ? 6 : 4;
        Shape mark =
                series.equals("1") ? new Circle(x, y, half) : new Rectangle(x - half, y - half, 2 * half, 2 * half);
        mark.getStyleClass().addAll("day-mark", "day-mark-" + series);
        mark.setOnMouseClicked(event -> open(day));
        Tooltip.install(mark, new Tooltip(said(day)));
        return mark;
    }

    private static Line line(double x0, double y0, double x1, double y1, String style) {
        Line line = new Line(x0, y0, x1, y1);
        line.getStyleClass().add(style);
        return line;
    }

    private static Text words(String text, double x, double y) {
        Text words = new Text(x, y, text);
        words.setTextOrigin(VPos.BASELINE);
        words.getStyleClass().add("curve-text");
        return words;
    }
}
