package sigmark.app.run;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import sigmark.app.base.Desk;
import sigmark.app.base.Job;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.Segments;
import sigmark.app.base.key.Action;
import sigmark.labeling.project.StoredRun;

/** The run that is looked at: how far, how fast, how long each step takes, what failed. */
final class FiguresPane extends BorderPane {
    private static final int SLICES = 40;

    private final Desk desk;
    private final RunViewModel model;
    private final Action analyze;
    private final VBox head = new VBox(10);
    private final ThroughputChart throughput;
    private final Node throughputSection;
    private final Waterfall waterfall;
    private final StepTable table;
    private final Label waterfallPage = new Label();
    private final Segments<StepFigures.Pick> pick;
    private final FailureList failures;
    private final ScrollPane scroll;
    private final EmptyState nothing;
    private Subscription ofRun = Subscription.EMPTY;
    private long shownAtNanos;

    FiguresPane(Desk desk, RunViewModel model, Action analyze) {
        this.desk = desk;
        this.model = model;
        this.analyze = analyze;
        getStyleClass().add("pane");
        throughput = new ThroughputChart(desk);
        waterfall = new Waterfall(desk);
        table = new StepTable(desk);
        failures = new FailureList(desk);
        pick = new Segments<>(List.of(StepFigures.Pick.values()), StepFigures.Pick.MEDIAN, each -> desk.texts()
                .live("run.pick." + each.name().toLowerCase(java.util.Locale.ROOT)));
        throughputSection = section(desk.texts().on(new Label(), "run.throughput"), throughput.legend(), throughput);
        Label steps = desk.texts().on(new Label(), "run.steps");
        waterfallPage.getStyleClass().add("text-muted");
        HBox stepsTitle = new HBox(8, steps, waterfallPage);
        stepsTitle.setAlignment(Pos.BASELINE_LEFT);
        steps.getStyleClass().add("row-title");
        head.getStyleClass().add("run-section");
        VBox all = new VBox(head, throughputSection, section(stepsTitle, pick, waterfall), table, failures);
        scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        nothing = new EmptyState(
                "fth-play-circle", desk.texts().live("run.empty"), desk.texts().live("run.empty-hint"));
        model.shownProperty().subscribe(this::show);
        pick.valueProperty().subscribe(choice -> fillSteps());
        desk.texts().wordsProperty().subscribe(words -> refill());
    }

    private static Node section(Node title, Node right, Node content) {
        if (title instanceof Label label) {
            label.getStyleClass().add("row-title");
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(12, title, space, right);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox section = new VBox(8, line, content);
        section.getStyleClass().add("run-section");
        return section;
    }

    private void show(Optional<RunViewModel.Shown> shown) {
        ofRun.unsubscribe();
        ofRun = Subscription.EMPTY;
        setCenter(shown.isPresent() ? scroll : nothing);
        shown.flatMap(RunViewModel.Shown::live).ifPresent(this::follow);
        refill();
    }

    private void follow(LiveRun run) {
        ObservableList<MeasuredPage> done = run.done();
        ListChangeListener<MeasuredPage> listener = change -> pageCame();
        done.addListener(listener);
        ofRun = Subscription.combine(
                run.stateProperty().subscribe(state -> refill()), () -> done.removeListener(listener));
    }

    /** At most ten pictures a second, however fast pages come. */
    private void pageCame() {
        long now = System.nanoTime();
        if (now - shownAtNanos > 100_000_000L) {
            shownAtNanos = now;
            refill();
        }
    }

    private void refill() {
        model.shownProperty().get().ifPresent(shown -> {
            shown.live().ifPresentOrElse(this::fillLive, () -> shown.stored().ifPresent(this::fillStored));
            boolean live = shown.live().isPresent();
            throughputSection.setVisible(live);
            throughputSection.setManaged(live);
            if (live) {
                long elapsed = shown.pages().isEmpty()
                        ? 0
                        : shown.pages().get(shown.pages().size() - 1).atNanos();
                long warm = shown.pages().stream()
                        .limit(shown.warmUp())
                        .mapToLong(MeasuredPage::atNanos)
                        .max()
                        .orElse(0);
                throughput.show(Throughput.points(shown.pages(), elapsed, SLICES), warm / 1e9);
            }
            table.show(StepFigures.of(shown.pages(), shown.warmUp()));
            failures.show(shown.pages());
            fillSteps();
        });
    }

    private void fillSteps() {
        model.shownProperty().get().ifPresent(shown -> {
            Optional<MeasuredPage> page = StepFigures.page(shown.pages(), shown.warmUp(), pick.value());
            waterfallPage.setText(
                    page.map(each -> each.name() + " · " + desk.texts().text("run.formulas", "count", each.formulas()))
                            .orElse(""));
            waterfall.show(page.map(MeasuredPage::times));
        });
    }

    private void fillLive(LiveRun run) {
        Label title = new Label(run.title());
        title.getStyleClass().add("page-title");
        Chip state = new Chip(
                run.state() == LiveRun.State.FAILED ? Chip.Tint.BAD : Chip.Tint.ACCENT,
                "fth-activity",
                desk.texts().live("run.state." + run.state().name().toLowerCase(java.util.Locale.ROOT)));
        Button cancel = desk.texts().on(new Button(), "run.cancel");
        cancel.setGraphic(Icons.normal("fth-x"));
        cancel.getStyleClass().add(Styles.DANGER);
        cancel.setOnAction(event -> model.cancel(run));
        cancel.setVisible(run.state() == LiveRun.State.RUNNING || run.state() == LiveRun.State.QUEUED);
        ProgressBar bar = new ProgressBar((double) run.done().size() / Math.max(1, run.pages()));
        bar.setMaxWidth(Double.MAX_VALUE);
        head.getChildren()
                .setAll(
                        line(title, state, cancel),
                        bar,
                        counts(run.done().size(), run.pages(), run.formulas(), run.failed(), left(run)));
    }

    private String left(LiveRun run) {
        return run.job()
                .map(Job::standing)
                .flatMap(Job.Standing::left)
                .map(time -> desk.texts()
                        .text("status.left", "time", desk.texts().numbers().duration(time)))
                .orElse("");
    }

    private void fillStored(StoredRun run) {
        Label title = new Label(desk.texts().text("run.number", "id", run.id()));
        title.getStyleClass().add("page-title");
        Label what = new Label(run.pipeline() + " · "
                + (run.query().isEmpty() ? desk.texts().text("run.pages.all") : run.query()) + " · "
                + run.environment().device().toUpperCase(java.util.Locale.ROOT));
        what.getStyleClass().add("text-body-muted");
        Duration took = Duration.between(run.startedAt(), run.endedAt());
        double seconds = Math.max(0.001, took.toMillis() / 1000.0);
        String rate = desk.texts()
                .text(
                        "run.took",
                        "time",
                        desk.texts().numbers().duration(took),
                        "pages",
                        desk.texts().numbers().decimals(run.pages() / seconds, 2),
                        "formulas",
                        desk.texts().numbers().decimals(run.formulas() / seconds, 1));
        Button open = ActionButton.of(desk, analyze);
        Label environment = new Label(run.environment().processor() + ", "
                + run.environment().engine() + ", "
                + DeviceReason.in(desk.texts().words(), run.environment().deviceReason()));
        environment.getStyleClass().add("text-caption");
        head.getChildren()
                .setAll(line(title, what, open), counts(run.pages(), run.pages(), run.formulas(), run.failed(), rate));
        if (!run.environment().deviceReason().isEmpty()) {
            head.getChildren().add(environment);
        }
    }

    private static Node line(Node title, Node beside, Node right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(12, title, beside, space, right);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node counts(int done, int pages, int formulas, long failed, String right) {
        Label count = new Label(desk.texts().text("run.done", "done", done, "pages", pages));
        count.getStyleClass().add("row-title");
        Label found = new Label(desk.texts().text("run.formulas", "count", formulas));
        Label bad = new Label(failed == 0 ? "" : desk.texts().text("run.failed-listed", "count", failed));
        bad.getStyleClass().add("bad");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label end = new Label(right);
        end.getStyleClass().add("text-muted");
        HBox counts = new HBox(16, count, found, bad, space, end);
        counts.setAlignment(Pos.CENTER_LEFT);
        return counts;
    }
}
