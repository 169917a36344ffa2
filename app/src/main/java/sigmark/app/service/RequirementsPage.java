package sigmark.app.service;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.analysis.verdict.LineVerdict;
import sigmark.analysis.verdict.Outcome;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.Segments;
import sigmark.app.base.control.WordCell;
import sigmark.app.base.key.Action;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementKind;
import sigmark.labeling.requirement.SheetReader;
import sigmark.labeling.requirement.SheetWriter;
import sigmark.labeling.requirement.StoredSheet;

/** The requirement sheet, line by line, against what the chosen run measured; as a form or as YAML. */
final class RequirementsPage implements ServicePage {
    private static final String SCOPE = "service.requirements";

    /** How the sheet is shown. */
    private enum View {
        FORM,
        YAML
    }

    private final ServiceDesk service;
    private final Desk desk;
    private final ServiceModel model;
    private final LineText text;
    private final PageFrame node;
    private final LineTable table;
    private final LineForm form;
    private final TextArea yaml = new TextArea();
    private final VBox yamlProblems = new VBox(4);
    private final VBox explanation = new VBox(6);
    private final HBox summary = new HBox(12);
    private final Segments<View> view;
    private final Action keep;
    private final Action discard;
    private final Action samples;
    private final Action remove;
    private boolean writing;

    RequirementsPage(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        model = service.model();
        text = new LineText(desk);
        keep = Action.of("service.keep-sheet", SCOPE, model::keep)
                .withIcon("fth-save")
                .withKeys("Ctrl+S")
                .when(model.changedProperty());
        discard = Action.of("service.discard-sheet", SCOPE, this::discard)
                .withIcon("fth-rotate-ccw")
                .when(model.changedProperty());
        table = new LineTable(desk);
        var chosen = Bindings.isNotNull(table.getSelectionModel().selectedItemProperty());
        samples = Action.of("service.samples", SCOPE, this::openSamples)
                .withIcon("fth-bar-chart-2")
                .withKeys("S")
                .when(chosen);
        remove = Action.of("service.remove-line", SCOPE, this::removeLine)
                .withKeys("Delete")
                .when(chosen);
        form = new LineForm(desk, model::type);
        view = new Segments<>(List.of(View.FORM, View.YAML), View.FORM, one -> desk.texts()
                .live("service.view." + one.name().toLowerCase(java.util.Locale.ROOT)));
        view.setId("requirements-view");
        node = new PageFrame(desk, textKey());
        lay();
        listen();
    }

    private void lay() {
        yaml.setId("requirements-yaml");
        yaml.getStyleClass().add("mono");
        yamlProblems.getStyleClass().add("pane-section");
        BorderPane asYaml = new BorderPane(yaml);
        asYaml.setBottom(yamlProblems);
        asYaml.visibleProperty().bind(view.valueProperty().isEqualTo(View.YAML));
        summary.getStyleClass().addAll("pane-section", "service-summary");
        BorderPane asForm = new BorderPane(table);
        asForm.setTop(summary);
        asForm.visibleProperty().bind(asYaml.visibleProperty().not());
        Node empty = empty();
        node.work(new StackPane(asForm, asYaml, empty));
        explanation.getStyleClass().add("pane-section");
        node.inspector(new VBox(explanation, form));
        node.tools(runs(), view, addLine(), ActionButton.flat(desk, discard), ActionButton.next(desk, keep));
        node.remark(Bindings.createStringBinding(
                this::remarkText,
                model.sheetProperty(),
                model.changedProperty(),
                desk.texts().wordsProperty()));
    }

    private Node empty() {
        EmptyState empty = new EmptyState(
                "fth-clipboard",
                desk.texts().live("service.requirements.none"),
                desk.texts().live("service.requirements.none.why"));
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.readProperty().get()
                                && view.value() == View.FORM
                                && model.draftProperty().get().lines().isEmpty(),
                        model.readProperty(),
                        view.valueProperty(),
                        model.draftProperty()));
        empty.setMouseTransparent(true);
        return empty;
    }

    private void listen() {
        model.draftProperty().subscribe(draft -> show());
        model.judgedProperty().subscribe(judged -> show());
        model.remarks().addListener((ListChangeListener<Object>) change -> show());
        desk.texts().wordsProperty().subscribe(words -> show());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> select());
        yaml.textProperty().subscribe(typed -> read(typed));
        view.valueProperty().subscribe(now -> writeYaml());
    }

    private void show() {
        table.show(model.draftProperty().get(), model.judgedProperty().get(), List.copyOf(model.remarks()));
        summary.getChildren().setAll(counts());
        select();
        writeYaml();
    }

    private List<Node> counts() {
        return model.judgedProperty()
                .get()
                .map(judged -> List.<Node>of(
                        new Chip(
                                Chip.Tint.GOOD,
                                "fth-check",
                                desk.texts().live("service.count.met", "count", judged.count(Outcome.MET))),
                        new Chip(
                                Chip.Tint.BAD,
                                "fth-x",
                                desk.texts().live("service.count.missed", "count", judged.count(Outcome.MISSED))),
                        new Chip(
                                Chip.Tint.WARNING,
                                "fth-help-circle",
                                desk.texts()
                                        .live("service.count.undecided", "count", judged.count(Outcome.UNDECIDED)))))
                .orElseGet(() -> {
                    Label none = desk.texts().on(new Label(), "service.no-verdict");
                    none.getStyleClass().add("text-muted");
                    return List.of(none);
                });
    }

    private void select() {
        Optional<LineTable.Row> row =
                Optional.ofNullable(table.getSelectionModel().getSelectedItem());
        form.show(row.map(LineTable.Row::line));
        explanation
                .getChildren()
                .setAll(row.map(this::explained)
                        .orElse(List.of(muted(desk.texts().text("service.choose-line")))));
    }

    private List<Node> explained(LineTable.Row row) {
        List<Node> nodes = new java.util.ArrayList<>();
        Label head = new Label(row.line().id() + "  " + text.asks(row.line()) + " " + text.bound(row.line()));
        head.getStyleClass().add("row-title");
        head.setWrapText(true);
        nodes.add(head);
        row.verdict().ifPresent(verdict -> nodes.addAll(verdict(verdict)));
        row.remark().ifPresent(remark -> nodes.addAll(problem(remark.problem())));
        nodes.add(new HBox(8, ActionButton.flat(desk, samples), ActionButton.flat(desk, remove)));
        return nodes;
    }

    private List<Node> verdict(LineVerdict verdict) {
        List<Node> nodes = new java.util.ArrayList<>();
        Label number = new Label(text.measured(verdict));
        number.getStyleClass().add("section-title");
        number.setWrapText(true);
        nodes.add(number);
        nodes.add(muted(desk.texts().text("service.samples-behind", "count", verdict.samples(), "wrong", (long)
                verdict.behind().size())));
        verdict.reason().ifPresent(reason -> nodes.addAll(problem(reason)));
        verdict.missing().ifPresent(more -> nodes.add(muted(desk.texts().text("service.decides", "count", more))));
        return nodes;
    }

    private List<Node> problem(Problem problem) {
        Label what = new Label(desk.texts().what(problem));
        what.getStyleClass().add("warning");
        what.setWrapText(true);
        return List.of(what, muted(desk.texts().remedy(problem)));
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private Node runs() {
        ComboBox<StoredRun> box = new ComboBox<>(model.runs());
        box.setId("judging-run");
        WordCell.on(box, desk, run -> desk.texts().text("service.run", "id", run.id()) + " · " + run.pipeline());
        box.accessibleTextProperty().bind(desk.texts().live("service.judged-by"));
        model.runProperty().subscribe(run -> run.ifPresent(box::setValue));
        box.valueProperty()
                .addListener((property, old, now) -> Optional.ofNullable(now).ifPresent(model::choose));
        return box;
    }

    private Node addLine() {
        MenuButton add = desk.texts().on(new MenuButton(), "service.add-line");
        add.setId("add-line");
        add.setGraphic(Icons.normal("fth-plus"));
        for (RequirementKind kind : RequirementKind.values()) {
            MenuItem item = new MenuItem();
            item.setId("add-" + kind.word());
            item.textProperty().bind(desk.texts().live("service.kind." + kind.word()));
            item.setOnAction(event -> add(kind));
            add.getItems().add(item);
        }
        return add;
    }

    private void add(RequirementKind kind) {
        PipelineModule module = Measure.of(kind).size() == 1
                ? Measure.of(kind).get(0).modules().iterator().next()
                : PipelineModule.PIPELINE;
        String id = model.draftProperty().get().freeId(kind);
        model.type(Requirement.of(id, kind, module));
        table.select(id);
    }

    private void removeLine() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .ifPresent(row -> model.remove(row.line().id()));
    }

    private void discard() {
        model.discard();
        writeYaml();
    }

    /** The samples behind the line's number, in the Analyze workbench. */
    private void openSamples() {
        model.runProperty().get().ifPresent(run -> service.workspace()
                .go(Destination.of("analyze").run(run.id())));
    }

    /** Writes the draft as text unless the text already says it. */
    private void writeYaml() {
        if (writing || view.value() != View.YAML) {
            return;
        }
        writing = true;
        yaml.setText(SheetWriter.write(model.draftProperty().get()));
        yamlProblems.getChildren().clear();
        writing = false;
    }

    private void read(String typed) {
        if (writing || view.value() != View.YAML) {
            return;
        }
        writing = true;
        List<Problem> problems;
        try {
            SheetReader.Read read = SheetReader.read(typed, "YAML");
            problems = read.problems();
            if (problems.isEmpty()) {
                model.type(read.sheet());
            }
        } catch (ProblemException broken) {
            problems = List.of(broken.problem());
        }
        yamlProblems
                .getChildren()
                .setAll(problems.stream()
                        .limit(5)
                        .flatMap(problem -> problem(problem).stream())
                        .toList());
        writing = false;
    }

    private String remarkText() {
        if (model.changedProperty().get()) {
            return desk.texts().text("service.sheet.typed");
        }
        return model.sheetProperty().get().map(this::version).orElse("");
    }

    private String version(StoredSheet sheet) {
        LocalDate day = sheet.at().atZone(ZoneId.systemDefault()).toLocalDate();
        return desk.texts()
                .text(
                        "service.sheet.version",
                        "version",
                        sheet.version(),
                        "date",
                        desk.texts().numbers().date(day, LocalDate.now(ZoneId.systemDefault())),
                        "person",
                        sheet.person());
    }

    @Override
    public String id() {
        return "requirements";
    }

    @Override
    public String icon() {
        return "fth-clipboard";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.of(keep, samples, remove, discard);
    }

    @Override
    public ObservableValue<String> badge() {
        return Bindings.createStringBinding(
                () -> model.draftProperty().get().lines().isEmpty()
                        ? ""
                        : String.valueOf(model.draftProperty().get().lines().size()),
                model.draftProperty());
    }

    @Override
    public void shown() {
        model.refresh();
        desk.jobs().onWindow(table::requestFocus);
    }
}
