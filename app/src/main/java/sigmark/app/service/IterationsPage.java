package sigmark.app.service;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import sigmark.analysis.verdict.Convergence;
import sigmark.analysis.verdict.IterationRows;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.key.Action;
import sigmark.app.base.words.Message;
import sigmark.app.work.ServiceWork;
import sigmark.labeling.plan.Iteration;

/** Train, run, evaluate, judge: one row each; does it converge, and which line is the bottleneck. */
final class IterationsPage implements ServicePage {
    private static final String SCOPE = "service.iterations";

    private final ServiceDesk service;
    private final Desk desk;
    private final ServiceModel model;
    private final PageFrame node;
    private final ObservableList<Iteration> rows = FXCollections.observableArrayList();
    private final TableView<Iteration> table = new TableView<>(rows);
    private final Label statement = new Label();
    private final Action keep;
    private final Action open;

    IterationsPage(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        model = service.model();
        keep = Action.of("service.keep-iteration", SCOPE, this::keep)
                .withIcon("fth-plus")
                .when(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> model.judgedProperty().get().isPresent(), model.judgedProperty()));
        open = Action.of("service.open-iteration", SCOPE, this::open)
                .withIcon("fth-bar-chart-2")
                .withKeys("Enter");
        table.setId("iterations");
        new Columns<>(desk, table)
                .number("number", 40, row -> String.valueOf(row.number()))
                .text("design", 240, Iteration::design)
                .number("revision", 80, row -> desk.texts().numbers().count(row.dataRevision()))
                .text("training", 160, row -> row.training().isEmpty() ? "–" : row.training())
                .text("run", 70, row -> desk.texts().text("service.run", "id", row.run()))
                .text("verdict", 190, this::verdicts)
                .text("bottleneck", 110, row -> Convergence.bottleneck(row).orElse("–"));
        table.setPlaceholder(new EmptyState(
                "fth-repeat",
                desk.texts().live("service.iterations.none"),
                desk.texts().live("service.iterations.none.why")));
        statement.setId("convergence");
        statement.setWrapText(true);
        statement.getStyleClass().add("row-title");
        VBox head = new VBox(statement);
        head.getStyleClass().add("pane-section");
        BorderPane work = new BorderPane(table);
        work.setTop(head);
        node = new PageFrame(desk, textKey());
        node.work(work);
        node.tools(ActionButton.of(desk, keep));
        desk.texts().wordsProperty().subscribe(words -> say());
    }

    private String verdicts(Iteration row) {
        return desk.texts()
                .text(
                        "service.counts",
                        "met",
                        count(row, "met"),
                        "missed",
                        count(row, "missed"),
                        "undecided",
                        count(row, "undecided"));
    }

    private static long count(Iteration row, String verdict) {
        return row.lines().values().stream()
                .filter(line -> line.verdict().equals(verdict))
                .count();
    }

    private void say() {
        Convergence now = Convergence.of(rows);
        String state = desk.texts()
                .text("service.convergence."
                        + now.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        statement.setText(now.bottleneck()
                .map(line -> state + " " + desk.texts().text("service.bottleneck", "line", line))
                .orElse(state));
    }

    private void read() {
        desk.jobs()
                .load(
                        () -> model.work().store().iterations(),
                        found -> {
                            rows.setAll(found);
                            say();
                        },
                        desk.notices()::problem);
    }

    private void keep() {
        Optional<ServiceWork.Judged> judged = model.judgedProperty().get();
        judged.ifPresent(of -> desk.jobs()
                .load(
                        () -> IterationRows.keep(service.store(), of.sheet(), of.run(), "", of.verdicts()),
                        row -> {
                            desk.notices().toast(Message.of("service.iteration.kept", "number", row.number()));
                            read();
                        },
                        desk.notices()::problem));
    }

    private void open() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(row -> service.workspace()
                .go(Destination.of("analyze").run(row.run())));
    }

    @Override
    public String id() {
        return "iterations";
    }

    @Override
    public String icon() {
        return "fth-repeat";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.of(open, keep);
    }

    @Override
    public void shown() {
        model.refresh();
        read();
    }
}
