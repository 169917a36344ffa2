package sigmark.app.run.train;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.Icons;
import sigmark.app.base.words.Numbers;
import sigmark.inference.training.TrainingCurve;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Problem;

/** The training that goes on or ended last: how far, its numbers, its curves, and what came of it. */
final class CurvePane extends BorderPane {
    private final Desk desk;
    private final TrainViewModel model;
    private final java.util.function.Consumer<String> run;
    private final VBox head = new VBox(10);
    private final LossChart chart;
    private final VBox shown;
    private final EmptyState nothing;
    private final EmptyState impossible;
    private Subscription ofTraining = Subscription.EMPTY;

    /** @param run chooses the new model's pipeline to run it */
    CurvePane(Desk desk, TrainViewModel model, java.util.function.Consumer<String> run) {
        this.desk = desk;
        this.model = model;
        this.run = run;
        getStyleClass().add("pane");
        setId("train-curves");
        head.getStyleClass().add("run-section");
        chart = new LossChart(desk.texts().numbers());
        Label title = desk.texts().on(new Label(), "run.train.loss");
        title.getStyleClass().add("row-title");
        VBox section = new VBox(8, title, chart);
        section.getStyleClass().add("run-section");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(section, Priority.ALWAYS);
        shown = new VBox(head, section);
        nothing = new EmptyState(
                "fth-trending-down",
                desk.texts().live("run.train.empty"),
                desk.texts().live("run.train.empty-hint"));
        Problem missing = Problem.of("training.no-pytorch", "PyTorch");
        impossible = new EmptyState(
                "fth-package",
                desk.texts().wordsProperty().map(words -> words.what(missing)),
                desk.texts().wordsProperty().map(words -> words.remedy(missing)));
        impossible.setId("train-impossible");
        model.trainingProperty().subscribe(this::follow);
        model.possibleProperty().subscribe(possible -> place());
        desk.texts().wordsProperty().subscribe(words -> refill());
    }

    private void place() {
        boolean any = model.trainingProperty().get().isPresent();
        setCenter(any ? shown : model.possibleProperty().get() ? nothing : impossible);
    }

    private void follow(Optional<LiveTraining> training) {
        ofTraining.unsubscribe();
        ofTraining = Subscription.EMPTY;
        place();
        training.ifPresent(live -> {
            ObservableList<TrainingCurve.Point> curve = live.curve();
            ListChangeListener<TrainingCurve.Point> listener = change -> refill();
            curve.addListener(listener);
            ofTraining = Subscription.combine(
                    live.stateProperty().subscribe(state -> refill()), () -> curve.removeListener(listener));
        });
    }

    private void refill() {
        model.trainingProperty().get().ifPresent(live -> {
            Numbers numbers = desk.texts().numbers();
            long steps =
                    live.last().map(TrainingReport::steps).orElse(live.wish().steps());
            head.getChildren().setAll(titleLine(live));
            if (live.state() == LiveTraining.State.RUNNING) {
                long done = live.last().map(TrainingReport::step).orElse(0L);
                ProgressBar bar = new ProgressBar(
                        live.last().isEmpty()
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : (double) done / Math.max(1, steps));
                bar.setMaxWidth(Double.MAX_VALUE);
                head.getChildren().add(bar);
            }
            head.getChildren().add(numbers(live));
            live.model().ifPresent(name -> head.getChildren().add(outcome(name)));
            chart.show(
                    live.curve(),
                    steps,
                    numbers,
                    desk.texts().text("run.train.in-training"),
                    desk.texts().text("run.train.on-other"),
                    spoken(live));
        });
    }

    private String spoken(LiveTraining live) {
        Numbers numbers = desk.texts().numbers();
        List<TrainingCurve.Point> curve = live.curve();
        if (curve.isEmpty()) {
            return desk.texts().text("run.train.first-report");
        }
        TrainingCurve.Point last = curve.get(curve.size() - 1);
        String other = Double.isNaN(last.validation())
                ? ""
                : ", " + desk.texts().text("run.train.on-other") + " " + numbers.decimals(last.validation(), 3);
        return desk.texts().text("run.train.at-step", "step", last.step())
                + ": "
                + desk.texts().text("run.train.in-training")
                + " "
                + numbers.decimals(last.loss(), 3)
                + other;
    }

    private Node titleLine(LiveTraining live) {
        Label title = new Label(live.model().orElse(live.wish().name()));
        title.getStyleClass().add("page-title");
        Chip.Tint tint =
                switch (live.state()) {
                    case FAILED -> Chip.Tint.BAD;
                    case FINISHED -> Chip.Tint.GOOD;
                    default -> Chip.Tint.ACCENT;
                };
        Chip state = new Chip(
                tint,
                "fth-activity",
                desk.texts().live("run.train.state." + live.state().name().toLowerCase(Locale.ROOT)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(12, title, state, space);
        if (live.state() == LiveTraining.State.RUNNING) {
            Button cancel = desk.texts().on(new Button(), "run.train.cancel");
            cancel.setId("train-cancel");
            cancel.setGraphic(Icons.normal("fth-x"));
            cancel.getStyleClass().add(Styles.DANGER);
            cancel.setOnAction(event -> model.cancel());
            line.getChildren().add(cancel);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node numbers(LiveTraining live) {
        FlowPane all = new FlowPane(24, 8);
        Optional<TrainingReport> last = live.last();
        if (last.isEmpty()) {
            Label waiting = desk.texts().on(new Label(), "run.train.first-report");
            waiting.getStyleClass().add("text-muted");
            waiting.setWrapText(true);
            all.getChildren().add(waiting);
            return all;
        }
        TrainingReport report = last.get();
        Numbers numbers = desk.texts().numbers();
        all.getChildren()
                .addAll(
                        number("run.train.step", numbers.count(report.step()) + " / " + numbers.count(report.steps())),
                        number("run.train.loss-training", numbers.decimals(report.loss(), 3)),
                        number(
                                "run.train.loss-other",
                                report.validation().isEmpty()
                                        ? "–"
                                        : numbers.decimals(report.validation().get(0), 3)),
                        number(
                                live.wish().task() == TrainWish.Task.DETECTOR
                                        ? "run.train.right-cells"
                                        : "run.train.right-tokens",
                                numbers.percent(right(report))),
                        number("run.train.speed", numbers.decimals(report.samplesPerCpuSecond(), 1)),
                        number("run.train.cpu", numbers.duration(seconds(report.cpuSeconds()))));
        if (live.state() == LiveTraining.State.RUNNING) {
            all.getChildren().add(number("run.train.left", numbers.duration(seconds(report.secondsLeft()))));
        }
        return all;
    }

    /** On other data where that was looked at. */
    private static double right(TrainingReport report) {
        return report.validation().isEmpty()
                ? report.measures().get(1)
                : report.validation().get(1);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private Node number(String key, String value) {
        Label name = new Label(desk.texts().text(key));
        name.getStyleClass().add("text-muted");
        Label number = new Label(value);
        number.getStyleClass().add("row-title");
        return new VBox(2, name, number);
    }

    private Node outcome(String name) {
        Label words = desk.texts().on(new Label(), "run.train.done", "model", name);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button choose = desk.texts().on(new Button(), "run.train.choose");
        choose.setId("train-choose");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> run.accept(name));
        HBox line = new HBox(12, Icons.normal("fth-check-circle"), words, choose);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
