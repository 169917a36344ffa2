package sigmark.app.service.voc;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.Segments;
import sigmark.app.base.key.Action;
import sigmark.app.service.PageFrame;
import sigmark.app.service.ServiceDesk;
import sigmark.app.service.ServicePage;
import sigmark.labeling.project.Split;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocSeverity;

/** Complaints one by one, by keyboard; what they ask for goes into the project, the guide, or an improvement point. */
public final class VocPage implements ServicePage {
    private static final String SCOPE = "service.voc";

    private final Desk desk;
    private final VocModel model;
    private final PageFrame node;
    private final ListView<VocItem> list = new ListView<>();
    private final ItemForm form;
    private final CausePane causes;
    private final Node work;
    private final Node none;
    private final SimpleStringProperty badge = new SimpleStringProperty("");
    private final SimpleStringProperty remark = new SimpleStringProperty("");
    private final List<Action> actions = new ArrayList<>();
    private final BooleanBinding some;
    private boolean filling;

    public VocPage(ServiceDesk service) {
        desk = service.desk();
        model = new VocModel(desk, service.store());
        some = Bindings.createBooleanBinding(() -> model.chosenProperty().get().isPresent(), model.chosenProperty());
        form = new ItemForm(desk, model);
        causes = new CausePane(desk, model);
        Action next = add("voc.next", model::next, "fth-arrow-right", some, "Enter");
        Action into = add("voc.into-test", () -> model.intoProject(Split.TEST), "fth-plus-square", some, "I");
        Action train =
                add("voc.into-training", () -> model.intoProject(Split.TRAIN), "fth-plus-square", some, "Shift+I");
        Action point = add("voc.point", () -> chosen().ifPresent(form::point), "fth-flag", some, "G");
        Action question = add("voc.question", () -> chosen().ifPresent(form::question), "fth-help-circle", some, "Q");
        Action duplicate = add("voc.duplicate", () -> chosen().ifPresent(form::duplicate), "fth-copy", some, "D");
        Action noIssue = add("voc.no-issue", model::noIssue, "fth-slash", some, "X");
        add("voc.take-back", model::takeBack, "fth-corner-up-left", some, "Z");
        Action measure = add(
                "voc.measure",
                model::measure,
                "fth-check-circle",
                Bindings.createBooleanBinding(
                        () -> !model.readProperty().get().points().isEmpty()
                                && model.readProperty().get().lastRun().isPresent(),
                        model.readProperty()),
                "K");
        Action bring =
                add("voc.import", this::choose, "fth-upload", new javafx.beans.property.SimpleBooleanProperty(true));
        Action collect =
                add("voc.collect", model::collect, "fth-inbox", new javafx.beans.property.SimpleBooleanProperty(true));
        codes();
        node = new PageFrame(desk, textKey());
        none = new EmptyState(
                "fth-message-square",
                desk.texts().live("voc.none"),
                desk.texts().live("voc.none.why"),
                ActionButton.of(desk, collect),
                ActionButton.of(desk, bring));
        work = work(service, List.of(point, question, train, duplicate, noIssue, next), into, measure);
        node.tools(waitingOrAll(), ActionButton.flat(desk, collect), ActionButton.flat(desk, bring));
        node.remark(remark);
        node.work(none);
        none.setVisible(false);
        model.readProperty().subscribe(read -> show());
        model.chosenProperty().subscribe(item -> show());
        model.waitingOnlyProperty().subscribe(only -> show());
        desk.texts().wordsProperty().subscribe(words -> {
            list.refresh();
            show();
        });
    }

    private Action add(
            String id, Runnable run, String icon, javafx.beans.value.ObservableBooleanValue when, String... keys) {
        Action action = Action.of(id, SCOPE, run).withIcon(icon).withKeys(keys).when(when);
        actions.add(action);
        return action;
    }

    /** Keys for causes, what says them closer, and severities. */
    private void codes() {
        for (VocCause cause : VocCause.values()) {
            add(
                    "voc.cause-" + cause.word(),
                    () -> model.code(cause, causes.suggestedDetail(cause)),
                    "fth-tag",
                    some,
                    String.valueOf(cause.key()));
        }
        VocKeys.OF_DETAIL.forEach((detail, key) -> add(
                "voc.detail-" + detail,
                () -> model.detail(detail),
                "fth-tag",
                Bindings.createBooleanBinding(
                        () -> chosen().flatMap(VocItem::cause)
                                .filter(cause -> cause.details().contains(detail))
                                .isPresent(),
                        model.chosenProperty()),
                key));
        for (VocSeverity severity : VocSeverity.values()) {
            add(
                    "voc.severity-" + severity.word(),
                    () -> model.severity(severity),
                    "fth-alert-triangle",
                    some,
                    "Shift+" + (severity.ordinal() + 1));
        }
    }

    private Optional<VocItem> chosen() {
        return model.chosenProperty().get();
    }

    private Node waitingOrAll() {
        Segments<Boolean> which =
                new Segments<>(List.of(true, false), true, only -> desk.texts().live(only ? "voc.waiting" : "voc.all"));
        which.valueProperty().subscribe(model::showWaitingOnly);
        return which;
    }

    private Node work(ServiceDesk service, List<Action> others, Action into, Action measure) {
        list.setId("voc-items");
        list.getStyleClass().add("voc-items");
        list.setCellFactory(made -> new ItemCell(desk));
        list.setMinWidth(210);
        list.setPrefWidth(230);
        list.accessibleTextProperty().bind(desk.texts().live("service.page.voc"));
        list.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (!filling && item != null) {
                model.choose(item);
            }
        });
        VBox middle = new VBox(new ItemView(service, model), causes);
        middle.setMinWidth(0);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        FlowPane bar = new FlowPane(8, 6, ActionButton.next(desk, into));
        others.forEach(action -> bar.getChildren().add(ActionButton.of(desk, action)));
        bar.getStyleClass().add("voc-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        BorderPane centre = new BorderPane(scroll);
        centre.setBottom(new VBox(form, bar));
        centre.setMinWidth(0);
        HBox.setHgrow(centre, Priority.ALWAYS);
        VBox right = new VBox(new RankingPane(desk, model), new PointsPane(service, model, measure));
        ScrollPane side = new ScrollPane(right);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setMinWidth(270);
        side.setPrefWidth(290);
        side.getStyleClass().addAll("pane", "pane-right");
        HBox all = new HBox(list, centre, side);
        all.setFillHeight(true);
        return all;
    }

    private void show() {
        List<VocItem> listed = model.listed();
        boolean any = !model.readProperty().get().items().isEmpty();
        none.setVisible(model.knownProperty().get());
        node.work(any ? work : none);
        long waiting = model.waiting();
        badge.set(waiting == 0 ? "" : String.valueOf(waiting));
        remark.set(
                any
                        ? desk.texts()
                                .text(
                                        "voc.remark",
                                        "waiting",
                                        waiting,
                                        "count",
                                        model.readProperty().get().items().size())
                        : "");
        filling = true;
        if (!list.getItems().equals(listed)) {
            list.getItems().setAll(listed);
        }
        chosen().ifPresent(item -> {
            list.getSelectionModel().select(item);
            list.scrollTo(item);
        });
        filling = false;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("CSV, JSON Lines", "*.csv", "*.jsonl", "*.json"));
        File file = chooser.showOpenDialog(node.getScene().getWindow());
        Optional.ofNullable(file).map(File::toPath).ifPresent(model::importFile);
    }

    @Override
    public String id() {
        return "voc";
    }

    @Override
    public String icon() {
        return "fth-message-square";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.copyOf(actions);
    }

    @Override
    public ObservableValue<String> badge() {
        return badge;
    }

    @Override
    public void shown() {
        model.refresh();
        if (!form.isOpen()) {
            desk.jobs().onWindow(list::requestFocus);
        }
    }

    @Override
    public void go(Destination destination) {
        model.refresh();
    }
}
