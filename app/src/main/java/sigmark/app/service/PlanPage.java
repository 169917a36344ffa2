package sigmark.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.analysis.plan.CurveForecast;
import sigmark.analysis.plan.DataPlan;
import sigmark.analysis.statistics.Interval;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.key.Action;
import sigmark.app.base.words.Message;
import sigmark.labeling.plan.LearningPoint;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.project.Split;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.slice.SplitRatios;
import sigmark.labeling.store.SplitOutcome;

/** The data plan as a matrix: what is there of what is wanted; a chosen cell says why and leads to its regions. */
final class PlanPage implements ServicePage {
    private static final String SCOPE = "service.plan";
    /** Share of the pages without a split that a drawn test set takes. */
    private static final double TEST_SHARE = 0.3;

    private final ServiceDesk service;
    private final Desk desk;
    private final ServiceModel model;
    private final Jobs.Latest reading;
    private final PageFrame node;
    private final PlanMatrix matrix;
    private final FlowPane sums = new FlowPane(16, 4);
    private final VBox inspector = new VBox();
    private final VBox work = new VBox();
    private final Action open;
    private final Action drawTest;
    private final Action learn;
    private Optional<DataPlan> plan = Optional.empty();
    private Optional<DataPlan.Cell> cell = Optional.empty();
    private List<LearningPoint> points = List.of();

    PlanPage(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        model = service.model();
        reading = desk.jobs().latest();
        open = Action.of("service.open-cell", SCOPE, this::openCell)
                .withIcon("fth-edit-2")
                .withKeys("O");
        drawTest = Action.of("service.draw-test", SCOPE, this::drawTest).withIcon("fth-shuffle");
        learn = Action.of("service.to-sheet", SCOPE, () -> service.turnTo("requirements"))
                .withIcon("fth-clipboard");
        node = new PageFrame(desk, textKey());
        matrix = new PlanMatrix(desk, this::choose);
        sums.getStyleClass().add("pane-section");
        ScrollPane scroll = new ScrollPane(work);
        scroll.setFitToWidth(true);
        node.work(scroll);
        node.inspector(inspector);
        node.tools(ActionButton.of(desk, drawTest));
        desk.texts().wordsProperty().subscribe(words -> show());
        model.sheetProperty().subscribe(sheet -> read());
    }

    private record Found(DataPlan plan, List<LearningPoint> points) {}

    private void read() {
        Optional<StoredSheet> sheet = model.sheetProperty().get();
        if (sheet.isEmpty()) {
            reading.forget();
            plan = Optional.empty();
            show();
            return;
        }
        RequirementSheet lines = sheet.get().sheet();
        reading.load(
                () -> {
                    List<LearningPoint> kept = model.work().store().points();
                    return new Found(DataPlan.of(lines, model.work().counter(), kept), kept);
                },
                found -> {
                    plan = Optional.of(found.plan());
                    points = found.points();
                    cell = cell.flatMap(old -> found.plan().cells().stream()
                            .filter(one -> one.slice().equals(old.slice())
                                    && one.module() == old.module()
                                    && one.purpose() == old.purpose())
                            .findFirst());
                    show();
                },
                desk.notices()::problem);
    }

    private void show() {
        if (plan.isEmpty() || plan.get().cells().isEmpty()) {
            work.getChildren()
                    .setAll(new EmptyState(
                            "fth-grid",
                            desk.texts().live("service.plan.none"),
                            desk.texts().live("service.plan.none.why"),
                            ActionButton.of(desk, learn)));
            inspector.getChildren().clear();
            return;
        }
        matrix.show(plan.get(), cell);
        sums.getChildren().setAll(sums(plan.get()));
        work.getChildren().setAll(matrix, sums);
        inspector
                .getChildren()
                .setAll(cell.map(this::explained).orElse(List.of(section(muted("service.plan.choose")))));
    }

    private List<Label> sums(DataPlan of) {
        List<Label> labels = new ArrayList<>();
        of.worst()
                .ifPresent(worst -> labels.add(new Label(desk.texts()
                        .text(
                                "service.plan.worst",
                                "cell",
                                name(worst),
                                "fill",
                                desk.texts().numbers().wholePercent(worst.fill())))));
        labels.add(new Label(
                desk.texts().text("service.plan.missing", "regions", of.missingRegions(), "pages", of.missingPages())));
        labels.add(new Label(desk.texts()
                .text(
                        "service.plan.cost",
                        "weeks",
                        desk.texts().numbers().decimals(of.weeks(), 1),
                        "labelers",
                        of.terms().labelers(),
                        "cost",
                        desk.texts().numbers().count(Math.round(of.cost())),
                        "currency",
                        of.terms().currency())));
        labels.add(new Label(desk.texts()
                .text("service.plan.seed", "seed", String.valueOf(of.terms().seed()))));
        return labels;
    }

    private String name(DataPlan.Cell one) {
        return (one.slice().isEmpty() ? desk.texts().text("service.all") : one.slice()) + ", "
                + desk.texts().text("service.module." + one.module().word()) + ", "
                + desk.texts().text("service.purpose." + one.purpose().word());
    }

    private void choose(DataPlan.Cell chosen) {
        cell = Optional.of(chosen);
        inspector.getChildren().setAll(explained(chosen));
    }

    private List<Node> explained(DataPlan.Cell one) {
        Label title = new Label(name(one));
        title.getStyleClass().add("row-title");
        title.setWrapText(true);
        Label numbers = new Label(desk.texts()
                .text(
                        "service.plan.numbers",
                        "wanted",
                        one.wanted().isPresent()
                                ? desk.texts().numbers().count(one.wanted().getAsLong())
                                : "–",
                        "have",
                        one.have(),
                        "missing",
                        one.missing()));
        numbers.setWrapText(true);
        Label source = muted("service.plan.source." + one.source().word() + ".why");
        Label asked = new Label(desk.texts().text("service.plan.asked-by", "lines", String.join(", ", one.askedBy())));
        asked.getStyleClass().add("text-muted");
        List<Node> nodes = new ArrayList<>();
        nodes.add(section(title, numbers, source, asked, new HBox(ActionButton.of(desk, open))));
        if (one.purpose() == DataPlan.Purpose.TRAINING) {
            nodes.add(curve(one));
        }
        return nodes;
    }

    private Node curve(DataPlan.Cell one) {
        Optional<CurveForecast> forecast = DataPlan.curve(points, one.module(), one.slice());
        Label title = desk.texts().on(new Label(), "service.plan.curve");
        title.getStyleClass().add("field-name");
        if (forecast.isEmpty()) {
            return section(title, muted("service.plan.curve.none"));
        }
        CurveForecast of = forecast.get();
        String spoken = curveWords(of);
        Label words = new Label(spoken);
        words.getStyleClass().add("text-muted");
        words.setWrapText(true);
        return section(
                title, new CurveChart(of, target(one), one.have(), desk.texts().numbers(), spoken), words);
    }

    private String curveWords(CurveForecast of) {
        Interval next = of.errorInterval(of.largest() * 2);
        return desk.texts()
                .text(
                        "service.plan.curve.words",
                        "scale",
                        desk.texts().numbers().decimals(of.curve().scale(), 2),
                        "rate",
                        desk.texts().numbers().decimals(of.curve().rate().orElse(0), 3),
                        "floor",
                        desk.texts().numbers().decimals(of.curve().floor(), 2),
                        "trainings",
                        of.points().size(),
                        "samples",
                        Math.round(of.largest() * 2),
                        "low",
                        desk.texts().numbers().percent(next.low()),
                        "high",
                        desk.texts().numbers().percent(next.high()),
                        "how",
                        of.points().get(0).how());
    }

    private OptionalDouble target(DataPlan.Cell one) {
        return model.sheetProperty().get().stream()
                .flatMap(sheet -> sheet.sheet().lines().stream())
                .filter(line ->
                        one.askedBy().contains(line.id()) && line.bound().isPresent())
                .filter(Requirement::atLeast)
                .mapToDouble(line -> 1 - line.bound().getAsDouble())
                .min();
    }

    private static VBox section(Node... nodes) {
        VBox section = new VBox(8, nodes);
        section.getStyleClass().add("pane-section");
        return section;
    }

    private Label muted(String key) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private void openCell() {
        cell.ifPresent(one -> service.openInLabel(
                one.missing() > 0 ? Truth.lacking(one.module(), one.slice()).text() : one.query()));
    }

    /** Deals labeled pages without a split out to training and test: stratified by tags, near duplicates together. */
    private void drawTest() {
        long seed = model.sheetProperty()
                .get()
                .map(sheet -> sheet.sheet().plan().seed())
                .orElse(1L);
        desk.jobs()
                .load(
                        () -> service.store()
                                .assignSplits(
                                        new SplitRatios(1 - TEST_SHARE, 0, TEST_SHARE),
                                        seed,
                                        SliceQuery.parse("split:none -state:untouched")),
                        (SplitOutcome outcome) -> {
                            desk.notices()
                                    .toast(Message.of(
                                            "service.plan.drawn",
                                            "test",
                                            outcome.pages().getOrDefault(Split.TEST, 0),
                                            "train",
                                            outcome.pages().getOrDefault(Split.TRAIN, 0)));
                            read();
                        },
                        desk.notices()::problem);
    }

    @Override
    public String id() {
        return "plan";
    }

    @Override
    public String icon() {
        return "fth-grid";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.of(open, drawTest);
    }

    @Override
    public ObservableValue<String> remark() {
        return desk.texts().live("service.plan.follows");
    }

    @Override
    public void shown() {
        model.refresh();
        read();
    }
}
