package sigmark.app.run;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import sigmark.app.base.Desk;
import sigmark.inference.run.Step;
import sigmark.inference.run.StepTimes;

/** The steps of one page one after the other, to scale, each with its milliseconds. */
final class Waterfall extends Pane {
    private static final double NAMES = 96;
    private static final double ROW = 22;
    private static final double BAR = 16;
    private static final double VALUES = 84;
    private static final double AXIS = 20;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Desk desk;
    private Optional<StepTimes> times = Optional.empty();

    Waterfall(Desk desk) {
        this.desk = desk;
        setId("waterfall");
        setPrefHeight(ROW * Step.values().length + AXIS);
        setMinHeight(getPrefHeight());
        widthProperty().subscribe(width -> draw());
    }

    void show(Optional<StepTimes> page) {
        times = page;
        draw();
    }

    private void draw() {
        getChildren().clear();
        times.filter(each -> each.total() > 0).ifPresent(this::draw);
    }

    private void draw(StepTimes page) {
        double room = Math.max(60, getWidth() - NAMES - VALUES);
        double total = page.total() / NANOS_PER_MILLI;
        double tick = niceTick(total / 5);
        double scale = room / total;
        for (double at = 0; at <= total; at += tick) {
            grid(NAMES + at * scale, at);
        }
        double from = 0;
        int row = 0;
        StringBuilder spoken = new StringBuilder();
        for (Step step : Step.of(List.of(page))) {
            double millis = page.of(step) / NANOS_PER_MILLI;
            bar(step, row++, NAMES + from * scale, Math.max(2, millis * scale), millis);
            from += millis;
            spoken.append(desk.texts().text("step." + step.word()))
                    .append(' ')
                    .append(desk.texts().numbers().millis(millis))
                    .append(". ");
        }
        setAccessibleText(spoken.toString());
    }

    private void grid(double x, double millis) {
        double bottom = ROW * Step.values().length;
        Line line = new Line(Math.round(x) + 0.5, 0, Math.round(x) + 0.5, bottom);
        line.getStyleClass().add("chart-grid");
        Label label = new Label(desk.texts().numbers().decimals(millis, millis < 10 && millis > 0 ? 1 : 0));
        label.getStyleClass().add("text-caption");
        place(label, x - 20, bottom + 2, 40, AXIS - 2);
        label.setStyle("-fx-alignment: center;");
        getChildren().add(line);
    }

    private void bar(Step step, int row, double x, double width, double millis) {
        double top = row * ROW + (ROW - BAR) / 2;
        Label name = new Label(desk.texts().text("step." + step.word()));
        name.setStyle("-fx-alignment: center-right;");
        place(name, 0, row * ROW, NAMES - 8, ROW);
        Region bar = new Region();
        bar.getStyleClass().addAll("waterfall-bar", "step-" + step.word());
        place(bar, x, top, width, BAR);
        Label value = new Label(desk.texts().numbers().millis(millis));
        value.getStyleClass().add("text-muted");
        place(value, x + width + 6, row * ROW, VALUES - 8, ROW);
    }

    private void place(Node node, double x, double y, double width, double height) {
        getChildren().add(node);
        node.resizeRelocate(Math.round(x), Math.round(y), Math.round(width), Math.round(height));
        node.setManaged(false);
    }

    /** 1, 2 or 5 times a power of ten, at least as large. */
    static double niceTick(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 1e-6))));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= rough) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
