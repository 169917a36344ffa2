package sigmark.app.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.WordCell;
import sigmark.app.base.key.Action;
import sigmark.app.base.words.Message;
import sigmark.app.work.ReleasePage;
import sigmark.app.work.ServiceWork;
import sigmark.inference.work.Problem;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.release.StoredRelease;

/** Releases that were made, each held against its hash, and the form that makes one: by people, with reasons, for good. */
final class ReleasesPage implements ServicePage {
    private static final String SCOPE = "service.releases";

    private final ServiceDesk service;
    private final Desk desk;
    private final ServiceModel model;
    private final PageFrame node;
    private final ObservableList<StoredRelease> rows = FXCollections.observableArrayList();
    private final TableView<StoredRelease> table = new TableView<>(rows);
    private final ComboBox<StoredRun> run = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextField people = new TextField();
    private final TextArea reasons = new TextArea();
    private final TextArea weaknesses = new TextArea();
    private final CheckBox despite = new CheckBox();
    private final SimpleStringProperty badge = new SimpleStringProperty("");
    private final SimpleBooleanProperty working = new SimpleBooleanProperty();
    private final Label shown = new Label();
    private final Action release;
    private final Action export;

    ReleasesPage(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        model = service.model();
        release = Action.of("service.release", SCOPE, this::release)
                .withIcon("fth-package")
                .when(Bindings.createBooleanBinding(
                        () -> run.getValue() != null
                                && !name.getText().isBlank()
                                && !people.getText().isBlank()
                                && !reasons.getText().isBlank()
                                && !working.get(),
                        run.valueProperty(),
                        name.textProperty(),
                        people.textProperty(),
                        reasons.textProperty(),
                        working));
        export = Action.of("service.export-release", SCOPE, this::export)
                .withIcon("fth-file-text")
                .when(Bindings.isNotNull(table.getSelectionModel().selectedItemProperty()));
        table.setId("releases");
        new Columns<>(desk, table)
                .text("name", 120, row -> row.record().name())
                .text("pipeline", 130, row -> row.record().pipeline())
                .text("run", 70, row -> desk.texts()
                        .text("service.run", "id", row.record().run()))
                .text("people", 130, row -> String.join(", ", row.record().people()))
                .text("hash", 130, row -> row.sha256().substring(0, 16) + "…");
        table.setPlaceholder(new EmptyState(
                "fth-package",
                desk.texts().live("service.releases.none"),
                desk.texts().live("service.releases.none.why")));
        node = new PageFrame(desk, textKey());
        shown.setWrapText(true);
        shown.getStyleClass().add("text-muted");
        node.work(table);
        node.inspector(new VBox(form(), details()));
        node.tools(ActionButton.of(desk, export), ActionButton.next(desk, release));
        node.remark(desk.texts().live("service.releases.stay"));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> explain());
        desk.texts().wordsProperty().subscribe(words -> explain());
    }

    private Node form() {
        run.setItems(model.runs());
        run.setId("release-run");
        run.setMaxWidth(Double.MAX_VALUE);
        WordCell.on(run, desk, one -> desk.texts().text("service.run", "id", one.id()) + " · " + one.pipeline());
        name.setId("release-name");
        people.setId("release-people");
        reasons.setId("release-reasons");
        weaknesses.setId("release-weaknesses");
        despite.setId("release-despite");
        despite.setWrapText(true);
        desk.texts().on(despite, "service.release.despite");
        reasons.setPrefRowCount(3);
        weaknesses.setPrefRowCount(3);
        for (TextArea area : List.of(reasons, weaknesses)) {
            area.setWrapText(true);
        }
        Label title = desk.texts().on(new Label(), "service.release.new");
        title.getStyleClass().add("row-title");
        VBox form = new VBox(
                6,
                title,
                named("release.run", run),
                named("service.column.name", name),
                named("release.people", people),
                named("release.reasons", reasons),
                named("release.weaknesses", weaknesses),
                despite);
        form.getStyleClass().add("pane-section");
        return form;
    }

    private Node named(String key, Node field) {
        Label label = desk.texts().on(new Label(), key);
        label.getStyleClass().add("field-name");
        label.setLabelFor(field);
        field.accessibleTextProperty().bind(desk.texts().live(key));
        return new VBox(2, label, field);
    }

    private Node details() {
        VBox details = new VBox(4, shown);
        details.getStyleClass().add("pane-section");
        return details;
    }

    private void explain() {
        shown.setText(Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(row -> desk.texts()
                        .text(
                                "service.release.details",
                                "name",
                                row.record().name(),
                                "revision",
                                row.record().dataRevision(),
                                "sheet",
                                row.record().sheet(),
                                "reasons",
                                String.join("; ", row.record().reasons()),
                                "weaknesses",
                                row.record().weaknesses().isEmpty()
                                        ? "–"
                                        : String.join("; ", row.record().weaknesses()),
                                "sha",
                                row.sha256()))
                .orElse(""));
    }

    private record Found(List<StoredRelease> releases, List<Problem> problems) {}

    private void read() {
        desk.jobs()
                .load(
                        () -> {
                            List<Problem> problems = new ArrayList<>();
                            return new Found(model.work().store().releases(problems), problems);
                        },
                        found -> {
                            rows.setAll(found.releases());
                            if (table.getSelectionModel().isEmpty() && !rows.isEmpty()) {
                                table.getSelectionModel().select(0);
                            }
                            found.problems().forEach(desk.notices()::problem);
                            badge.set(
                                    found.releases().isEmpty()
                                            ? ""
                                            : String.valueOf(found.releases().size()));
                        },
                        desk.notices()::problem);
    }

    private void release() {
        ServiceWork.Wish wish = new ServiceWork.Wish(
                name.getText().strip(),
                run.getValue().id(),
                parts(people, ","),
                parts(reasons, "\n"),
                parts(weaknesses, "\n"),
                despite.isSelected());
        working.set(true);
        desk.jobs()
                .run(
                        Message.of("service.release.job", "name", wish.name()),
                        progress -> model.work().release(wish, progress),
                        made -> {
                            working.set(false);
                            desk.notices().toast(Message.of("service.released", "name", wish.name()));
                            for (TextInputControl field : List.of(name, reasons, weaknesses)) {
                                field.clear();
                            }
                            read();
                        },
                        problem -> {
                            working.set(false);
                            desk.notices().problem(problem);
                        });
    }

    private static List<String> parts(TextInputControl field, String separator) {
        return Arrays.stream(field.getText().split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** HTML, PDF and JSON in the project's reports, in the language of the window. */
    private void export() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(row -> desk.jobs()
                .load(
                        () -> ReleasePage.write(
                                row,
                                service.store().info().folder().resolve("reports"),
                                desk.texts().words()),
                        (List<Path> files) -> desk.notices()
                                .toast(Message.of(
                                        "service.release.exported",
                                        "file",
                                        files.get(0).toString())),
                        desk.notices()::problem));
    }

    @Override
    public String id() {
        return "releases";
    }

    @Override
    public String icon() {
        return "fth-package";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.of(release, export);
    }

    @Override
    public ObservableValue<String> badge() {
        return badge;
    }

    @Override
    public void shown() {
        model.refresh();
        if (people.getText().isBlank()) {
            people.setText(service.store().author().person());
        }
        read();
    }

    @Override
    public void go(Destination destination) {
        destination.run().ifPresent(id -> model.runs().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .ifPresent(run::setValue));
    }
}
