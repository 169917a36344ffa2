package sigmark.app.analyze;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.WordCell;
import sigmark.app.latex.FormulaPictures;
import sigmark.labeling.project.StoredRun;

/** Numbers at the top, pictures that filter, samples below. */
final class OverviewPane extends VBox {
    /** Below this height the pictures give their place to the table. */
    private static final double ROOMY = 640;

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final SampleTable table;

    OverviewPane(Desk desk, AnalyzeViewModel view, CropStore crops, FormulaPictures formulas, AnalyzeActions actions) {
        this.desk = desk;
        this.view = view;
        getStyleClass().add("overview");
        table = new SampleTable(desk, view, crops, formulas, actions.open()::perform);
        VBox.setVgrow(table, Priority.ALWAYS);
        Pictures pictures = new Pictures(desk, view);
        pictures.visibleProperty().bind(heightProperty().greaterThan(ROOMY));
        pictures.managedProperty().bind(pictures.visibleProperty());
        getChildren().addAll(toolbar(actions), new NumberCards(desk, view), pictures, tableHead(), table);
    }

    SampleTable table() {
        return table;
    }

    private Node toolbar(AnalyzeActions actions) {
        ComboBox<StoredRun> runs = new ComboBox<>(view.runs());
        runs.setId("run-choice");
        WordCell.on(runs, desk, this::title);
        runs.setMinWidth(220);
        runs.setMaxWidth(360);
        desk.texts().name(runs, "analyze.run");
        runs.setOnAction(event -> {
            StoredRun chosen = runs.getValue();
            if (chosen != null
                    && view.runProperty()
                            .get()
                            .map(StoredRun::id)
                            .filter(id -> id == chosen.id())
                            .isEmpty()) {
                view.choose(chosen);
            }
        });
        view.runProperty().addListener((property, old, now) -> showChosen(runs));
        view.runs().addListener((ListChangeListener<StoredRun>) change -> showChosen(runs));
        Label against = new Label();
        against.getStyleClass().add("text-muted");
        against.textProperty()
                .bind(Bindings.createStringBinding(
                        this::against, view.evaluationProperty(), desk.texts().wordsProperty()));
        against.setMinWidth(0);
        HBox chips = new HBox(6);
        chips.setAlignment(Pos.CENTER_LEFT);
        view.facets().addListener((ListChangeListener<SampleFacet>) change -> fillChips(chips));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(10, runs, against, chips, space, ActionButton.of(desk, actions.report()));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    /** The list of runs and the chosen one arrive in any order. */
    private void showChosen(ComboBox<StoredRun> runs) {
        view.runProperty().get().ifPresent(run -> view.runs().stream()
                .filter(other -> other.id() == run.id())
                .findFirst()
                .ifPresent(runs::setValue));
    }

    private void fillChips(HBox chips) {
        chips.getChildren()
                .setAll(view.facets().stream()
                        .map(facet -> (Node) Chip.filter(
                                Bindings.createStringBinding(
                                        () -> Facets.word(desk.texts().words(), facet),
                                        desk.texts().wordsProperty()),
                                () -> view.widen(facet)))
                        .toList());
    }

    private String against() {
        return view.evaluationProperty()
                .get()
                .map(evaluation -> desk.texts().text("analyze.against", "revision", evaluation.dataRevision()))
                .orElse("");
    }

    private String title(StoredRun run) {
        String key = run.query().isBlank() ? "analyze.run.title.all" : "analyze.run.title";
        return desk.texts().text(key, "number", run.id(), "pipeline", run.pipeline(), "query", run.query());
    }

    private Node tableHead() {
        Label title = desk.texts().on(new Label(), "analyze.samples");
        title.getStyleClass().add("section-title");
        Label count = new Label();
        count.getStyleClass().add("text-muted");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::countText,
                        Bindings.size(view.shown()),
                        view.evaluationProperty(),
                        desk.texts().wordsProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, count, failedNote(), space, order());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("table-head");
        return head;
    }

    private String countText() {
        int all = view.evaluationProperty()
                .get()
                .map(evaluation ->
                        evaluation.pages().stream().mapToInt(List::size).sum())
                .orElse(0);
        return desk.texts().text("analyze.samples.count", "shown", view.shown().size(), "all", all);
    }

    private Node failedNote() {
        Label note = new Label();
        note.getStyleClass().add("warning");
        note.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> view.evaluationProperty()
                                .get()
                                .filter(evaluation -> !evaluation.failed().isEmpty())
                                .map(evaluation -> desk.texts()
                                        .text(
                                                "analyze.failed",
                                                "count",
                                                evaluation.failed().size()))
                                .orElse(""),
                        view.evaluationProperty(),
                        desk.texts().wordsProperty()));
        return note;
    }

    private Node order() {
        ComboBox<SampleOrder> order = new ComboBox<>();
        order.getItems().setAll(SampleOrder.values());
        order.setValue(view.orderProperty().get());
        WordCell.on(order, desk, value -> desk.texts().text(value.key()));
        order.setOnAction(event -> view.sortBy(order.getValue()));
        view.orderProperty().addListener((property, old, now) -> order.setValue(now));
        desk.texts().name(order, "analyze.order");
        Button all = desk.texts().on(new Button(), "analyze.show-all");
        all.getStyleClass().addAll("flat", "small");
        all.setOnAction(event -> view.showAll());
        all.visibleProperty().bind(Bindings.isNotEmpty(view.facets()));
        return new HBox(8, all, order);
    }
}
