package sigmark.app.analyze.overview;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.part.AnalyzeActions;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.part.FacetChips;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.WordCell;
import sigmark.app.latex.FormulaPictures;
import sigmark.labeling.project.StoredRun;

/** Numbers at the top, pictures that filter, samples below. */
public final class OverviewPane extends VBox {
    /** Below this height the pictures give their place to the table. */
    private static final double ROOMY = 660;

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final SampleTable table;
    private final SampleGrid grid;
    private final QueryField query;
    private final PictureStrip strip;
    private final BooleanProperty asGrid = new SimpleBooleanProperty();

    public OverviewPane(
            Desk desk, AnalyzeViewModel view, CropStore crops, FormulaPictures formulas, AnalyzeActions actions) {
        this.desk = desk;
        this.view = view;
        getStyleClass().add("overview");
        table = new SampleTable(desk, view, crops, formulas, actions.open()::perform);
        VBox.setVgrow(table, Priority.ALWAYS);
        grid = new SampleGrid(desk, view, crops, formulas, actions.open()::perform);
        VBox.setVgrow(grid, Priority.ALWAYS);
        grid.visibleProperty().bind(asGrid);
        table.visibleProperty().bind(asGrid.not());
        for (Node samples : List.of(grid, table)) {
            samples.managedProperty().bind(samples.visibleProperty());
        }
        query = new QueryField(desk, view, this::focusSamples);
        strip = new PictureStrip(desk, view, crops, formulas, actions);
        strip.pictures().visibleProperty().bind(heightProperty().greaterThan(ROOMY));
        strip.pictures().managedProperty().bind(strip.pictures().visibleProperty());
        getChildren()
                .addAll(
                        toolbar(actions),
                        new NumberCards(desk, view, this::focusSamples),
                        strip,
                        new SamplesHead(desk, view, table, asGrid, this::focusSamples),
                        table,
                        grid);
    }

    /** The samples take the focus, as rows or as tiles. */
    public void focusSamples() {
        (asGrid.get() ? grid : table).requestFocus();
    }

    /** The caret goes where conditions are typed. */
    public void focusQuery() {
        query.requestFocus();
    }

    /** Rows become tiles, or tiles rows. */
    public void turnGrid() {
        asGrid.set(!asGrid.get());
        focusSamples();
    }

    public void turnPictures() {
        strip.turn();
    }

    /** Samples between one and the one below it. */
    public int across() {
        return asGrid.get() ? grid.acrossProperty().get() : 1;
    }

    public ReadOnlyBooleanProperty asGridProperty() {
        return asGrid;
    }

    public SampleTable table() {
        return table;
    }

    private Node toolbar(AnalyzeActions actions) {
        ComboBox<StoredRun> runs = new ComboBox<>(view.runs());
        runs.setId("run-choice");
        WordCell.on(runs, desk, this::title);
        runs.setMinWidth(190);
        runs.setMaxWidth(300);
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
        // the box hears of the new list after this and forgets what it showed
        view.runs().addListener((ListChangeListener<StoredRun>)
                change -> desk.jobs().onWindow(() -> {
                    runs.getSelectionModel().clearSelection();
                    showChosen(runs);
                }));
        Label against = new Label();
        against.getStyleClass().add("text-muted");
        against.textProperty()
                .bind(Bindings.createStringBinding(
                        this::against, view.evaluationProperty(), desk.texts().wordsProperty()));
        against.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(
                8,
                ActionButton.icon(desk, actions.goBack()),
                ActionButton.icon(desk, actions.goForward()),
                runs,
                against,
                new FacetChips(desk, view),
                query,
                space,
                ActionButton.of(desk, actions.report()));
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
}
