package sigmark.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import sigmark.analysis.verdict.LineVerdict;
import sigmark.analysis.verdict.Outcome;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.key.Action;
import sigmark.app.base.words.Message;
import sigmark.app.work.ServiceWork;

/** Candidates, the newest run of each pipeline, judged by the sheet; those that miss nothing are shortlisted. */
final class VerdictsPage implements ServicePage {
    private static final String SCOPE = "service.verdicts";

    private final ServiceDesk service;
    private final Desk desk;
    private final ServiceModel model;
    private final LineText text;
    private final PageFrame node;
    private final ObservableList<ServiceWork.Judged> rows = FXCollections.observableArrayList();
    private final TableView<ServiceWork.Judged> table = new TableView<>(rows);
    private final VBox inspector = new VBox();
    private final Action judge;
    private final Action analyze;
    private final Action release;
    private boolean judged;

    VerdictsPage(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        model = service.model();
        text = new LineText(desk);
        var chosen = Bindings.isNotNull(table.getSelectionModel().selectedItemProperty());
        judge = Action.of("service.judge", SCOPE, this::judge)
                .withIcon("fth-check-square")
                .withKeys("J");
        analyze = Action.of("service.analyze", SCOPE, this::analyze)
                .withIcon("fth-bar-chart-2")
                .withKeys("Enter")
                .when(chosen);
        release = Action.of("service.to-release", SCOPE, this::release)
                .withIcon("fth-package")
                .withKeys("R")
                .when(chosen);
        table.setId("candidates");
        new Columns<>(desk, table)
                .text("run", 80, row -> desk.texts()
                        .text("service.run", "id", row.run().id()))
                .text("pipeline", 180, row -> row.run().pipeline())
                .number("met", 60, row -> String.valueOf(row.count(Outcome.MET)))
                .number("missed", 60, row -> String.valueOf(row.count(Outcome.MISSED)))
                .number("undecided", 60, row -> String.valueOf(row.count(Outcome.UNDECIDED)))
                .node("shortlist", 140, false, this::shortlist);
        table.setPlaceholder(new EmptyState(
                "fth-check-square",
                desk.texts().live("service.verdicts.none"),
                desk.texts().live("service.verdicts.none.why"),
                ActionButton.of(desk, judge)));
        node = new PageFrame(desk, textKey());
        node.work(table);
        node.inspector(inspector);
        node.tools(ActionButton.of(desk, judge), ActionButton.next(desk, release));
        node.remark(desk.texts().live("service.verdicts.rule"));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> explain());
        desk.texts().wordsProperty().subscribe(words -> explain());
    }

    private Node shortlist(ServiceWork.Judged row) {
        return row.shortlisted()
                ? new Chip(Chip.Tint.GOOD, "fth-check", desk.texts().live("service.shortlisted"))
                : new Chip(Chip.Tint.BAD, "fth-x", desk.texts().live("service.not-shortlisted"));
    }

    private void explain() {
        List<Node> nodes = new ArrayList<>();
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(row -> {
            VBox lines = new VBox(8);
            lines.getStyleClass().add("pane-section");
            row.verdicts().forEach(verdict -> lines.getChildren().add(line(verdict)));
            lines.getChildren().add(ActionButton.flat(desk, analyze));
            nodes.add(lines);
        });
        inspector.getChildren().setAll(nodes);
    }

    private Node line(LineVerdict verdict) {
        Label what = new Label(verdict.line().id() + "  " + text.asks(verdict.line()));
        what.setWrapText(true);
        Label number = new Label(text.measured(verdict) + "  " + text.bound(verdict.line()));
        number.getStyleClass().add("text-muted");
        number.setWrapText(true);
        return new VBox(2, what, number, new FlowPane(text.chip(verdict)));
    }

    private void judge() {
        judged = true;
        if (model.sheetProperty().get().isEmpty()) {
            service.turnTo("requirements");
            return;
        }
        desk.jobs()
                .run(
                        Message.of("service.judge.job"),
                        progress -> model.work().candidates(progress),
                        found -> {
                            rows.setAll(found);
                            if (!found.isEmpty()) {
                                table.getSelectionModel().select(0);
                            }
                        },
                        desk.notices()::problem);
    }

    private void analyze() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(row -> service.workspace()
                .go(Destination.of("analyze").run(row.run().id())));
    }

    private void release() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .ifPresent(row -> service.turnTo(
                        "releases", Destination.of("service").run(row.run().id())));
    }

    @Override
    public String id() {
        return "verdicts";
    }

    @Override
    public String icon() {
        return "fth-check-square";
    }

    @Override
    public boolean beginsGroup() {
        return true;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.of(judge, release, analyze);
    }

    @Override
    public void shown() {
        model.refresh();
        judgeOnce();
        desk.jobs().onWindow(table::requestFocus);
    }

    /** The first time that there is something to judge, nobody needs to ask for it. */
    private void judgeOnce() {
        boolean something =
                model.sheetProperty().get().isPresent() && !model.runs().isEmpty();
        if (something && !judged && rows.isEmpty()) {
            judge();
        }
    }
}
