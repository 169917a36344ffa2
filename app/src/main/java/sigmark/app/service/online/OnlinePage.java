package sigmark.app.service.online;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import sigmark.analysis.online.VersionFigures;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.WordCell;
import sigmark.app.base.key.Action;
import sigmark.app.service.PageFrame;
import sigmark.app.service.ServiceDesk;
import sigmark.app.service.ServicePage;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.Requirement;

/** What users did with what they got, from trials and from the live service's logs; every number opens its requests. */
public final class OnlinePage implements ServicePage {
    private static final String SCOPE = "service.online";

    private final ServiceDesk service;
    private final Desk desk;
    private final OnlineModel model;
    private final PageFrame node;
    private final ComboBox<VersionFigures> version = new ComboBox<>();
    private final ComboBox<VersionFigures> against = new ComboBox<>();
    private final Summary summary;
    private final DayChart days;
    private final VBox outcomes = new VBox(6);
    private final Waterfall waterfall;
    private final FigureTable table;
    private final RequestsPane requests;
    private final VBox report;
    private final Node none;
    private final SimpleStringProperty remark = new SimpleStringProperty("");
    private final Action bring;
    private final Action open;
    private final Action back;
    private boolean filling;

    public OnlinePage(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        model = new OnlineModel(desk, service.store());
        summary = new Summary(desk, model);
        days = new DayChart(desk, model);
        waterfall = new Waterfall(desk, model);
        table = new FigureTable(desk, model);
        requests = new RequestsPane(service, model);
        bring = Action.of("online.import", SCOPE, this::choose).withIcon("fth-upload");
        var listed = Bindings.createBooleanBinding(
                () -> model.requestsProperty().get().isPresent(), model.requestsProperty());
        open = Action.of("online.open", SCOPE, table::open)
                .withIcon("fth-list")
                .withKeys("Enter")
                .when(listed.not()
                        .and(table.table()
                                .getSelectionModel()
                                .selectedItemProperty()
                                .isNotNull()));
        back = Action.of("online.back", SCOPE, model::leave)
                .withIcon("fth-arrow-left")
                .withKeys("Esc")
                .when(listed);
        report = report();
        none = new EmptyState(
                "fth-trending-up",
                desk.texts().live("online.none"),
                desk.texts().live("online.none.why"),
                ActionButton.of(desk, bring));
        node = new PageFrame(desk, textKey());
        node.remark(remark);
        node.tools(
                chooser(version, "online.version"), chooser(against, "online.against"), ActionButton.flat(desk, bring));
        node.work(none);
        version.setId("online-version");
        against.setId("online-against");
        version.valueProperty().subscribe(figures -> chosen(figures, true));
        against.valueProperty().subscribe(figures -> chosen(figures, false));
        for (ObservableValue<?> value : List.of(
                model.reportProperty(),
                model.versionProperty(),
                model.againstProperty(),
                service.model().draftProperty(),
                desk.texts().wordsProperty())) {
            value.subscribe(changed -> show());
        }
        model.requestsProperty().subscribe(found -> show());
    }

    private ComboBox<VersionFigures> chooser(ComboBox<VersionFigures> box, String key) {
        WordCell.on(box, desk, figures -> desk.texts().text(key, "version", figures.version()));
        box.accessibleTextProperty().bind(desk.texts().live(key, "version", ""));
        box.setMaxWidth(180);
        return box;
    }

    private void chosen(VersionFigures figures, boolean first) {
        if (!filling && figures != null) {
            if (first) {
                model.look(figures);
            } else {
                model.holdAgainst(figures);
            }
        }
    }

    private VBox report() {
        Label daysTitle = title("online.by-day");
        Label outcomesTitle = title("online.outcomes");
        Label silent = desk.texts().on(new Label(), "online.silent");
        silent.getStyleClass().add("text-muted");
        silent.setWrapText(true);
        VBox left = new VBox(6, daysTitle, days, outcomesTitle, outcomes, silent);
        left.getStyleClass().add("online-card");
        left.setMinWidth(0);
        left.setPrefWidth(100);
        VBox right = new VBox(6, title("online.waterfall"), waterfall);
        right.getStyleClass().add("online-card");
        right.setMinWidth(0);
        right.setPrefWidth(90);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox middle = new HBox(left, right);
        middle.getStyleClass().add("online-middle");
        middle.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setMinHeight(120);
        VBox all = new VBox(summary, middle, table);
        all.setMinHeight(0);
        return all;
    }

    private Label title(String key) {
        Label title = desk.texts().on(new Label(), key);
        title.getStyleClass().add("row-title");
        return title;
    }

    private OptionalDouble bound() {
        return service.model().draftProperty().get().lines().stream()
                .filter(line ->
                        line.measure().filter(Measure.EDIT_RATE_JUDGED::equals).isPresent()
                                && line.slice().isBlank())
                .map(Requirement::bound)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private void show() {
        boolean some = model.versionProperty().get().isPresent();
        fill();
        if (!some) {
            remark.set("");
            node.work(none);
            none.setVisible(model.readProperty().get());
            return;
        }
        if (model.requestsProperty().get().isPresent()) {
            requests.show(model.requestsProperty().get().get());
            node.work(requests);
            return;
        }
        remark.set(said());
        summary.show(service.model().draftProperty().get().lines());
        days.show(bound());
        bars();
        waterfall.show(model.versionProperty().get().get());
        table.show(bound());
        node.work(report);
    }

    private void fill() {
        filling = true;
        List<VersionFigures> versions = model.reportProperty().get().versions();
        for (ComboBox<VersionFigures> box : List.of(version, against)) {
            if (!box.getItems().equals(versions)) {
                box.getItems().setAll(versions);
            }
        }
        model.versionProperty().get().ifPresent(version::setValue);
        model.againstProperty().get().ifPresent(against::setValue);
        version.setVisible(!versions.isEmpty());
        against.setVisible(versions.size() > 1);
        against.setManaged(versions.size() > 1);
        filling = false;
    }

    private String said() {
        var report = model.reportProperty().get();
        String words = desk.texts()
                .text("online.remark", "requests", desk.texts().numbers().count(report.requests()));
        return model.importedProperty()
                .get()
                .map(last -> words + " · "
                        + desk.texts()
                                .text(
                                        "online.balance",
                                        "taken",
                                        desk.texts().numbers().count(last.taken()),
                                        "lines",
                                        desk.texts().numbers().count(last.lines()),
                                        "out",
                                        desk.texts().numbers().count(last.lines() - last.taken())))
                .orElse(words);
    }

    private void bars() {
        List<VersionFigures> shown = new ArrayList<>();
        model.againstProperty().get().ifPresent(shown::add);
        model.versionProperty()
                .get()
                .filter(figures -> !shown.contains(figures))
                .ifPresent(shown::add);
        outcomes.getChildren().clear();
        for (VersionFigures figures : shown) {
            boolean first =
                    model.versionProperty().get().filter(figures::equals).isPresent();
            Label name = new Label((first ? "● " : "■ ") + figures.version());
            name.getStyleClass().add(first ? "day-name-1" : "day-name-2");
            name.setMinWidth(86);
            name.setPrefWidth(86);
            HBox row = new HBox(8, name, new OutcomeBar(desk, model, figures));
            row.setAlignment(Pos.CENTER_LEFT);
            outcomes.getChildren().add(row);
        }
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON Lines (*.jsonl)", "*.jsonl", "*.json"));
        File file = chooser.showOpenDialog(node.getScene().getWindow());
        Optional.ofNullable(file).map(File::toPath).ifPresent(model::importLog);
    }

    @Override
    public String id() {
        return "online";
    }

    @Override
    public String icon() {
        return "fth-trending-up";
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
        return List.of(open, back, bring);
    }

    @Override
    public void shown() {
        service.model().refresh();
        model.refresh();
    }
}
