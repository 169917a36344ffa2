package sigmark.app.analyze;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.key.Action;
import sigmark.app.base.words.Message;
import sigmark.app.latex.FormulaPictures;
import sigmark.app.work.Reports;
import sigmark.labeling.project.StoredRun;

/** The workbench for looking at runs: numbers, and behind every number the samples that made it. */
public final class AnalyzeWorkbench implements Workbench {
    private final Workspace workspace;
    private final AnalyzeViewModel view;
    private final BooleanProperty sampleOpen = new SimpleBooleanProperty(false);
    private final StackPane node = new StackPane();
    private final OverviewPane overview;
    private final SamplePane sample;
    private final AnalyzeActions actions;
    private final StringBinding place;
    private final ReadOnlyObjectWrapper<List<Action>> hints = new ReadOnlyObjectWrapper<>(List.of());
    private final SimpleStringProperty remark = new SimpleStringProperty("");

    public AnalyzeWorkbench(Workspace workspace) {
        this.workspace = workspace;
        Desk desk = workspace.desk();
        view = new AnalyzeViewModel(workspace.store(), desk.jobs());
        CropStore crops = new CropStore(workspace.store(), desk.jobs());
        FormulaPictures formulas = new FormulaPictures(desk.jobs());
        actions = makeActions();
        overview = new OverviewPane(desk, view, crops, formulas, actions);
        sample = new SamplePane(desk, view, crops, formulas, actions);
        node.getStyleClass().add("analyze");
        node.getChildren().addAll(overview, sample, emptyState());
        overview.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !sampleOpen.get() && view.runProperty().get().isPresent(),
                        sampleOpen,
                        view.runProperty()));
        sample.visibleProperty().bind(sampleOpen);
        place = Bindings.createStringBinding(
                this::placeText,
                view.runProperty(),
                sampleOpen,
                view.selectedProperty(),
                desk.texts().wordsProperty());
        sampleOpen.addListener((property, old, now) -> hints.set(hintsNow()));
        view.problemProperty().addListener((property, old, now) -> now.ifPresent(desk.notices()::problem));
        hints.set(hintsNow());
    }

    private AnalyzeActions makeActions() {
        var any = Bindings.isNotEmpty(view.shown());
        return new AnalyzeActions(
                Action.of("analyze.next", AnalyzeActions.SCOPE, () -> view.step(1))
                        .withKeys("Down")
                        .when(any),
                Action.of("analyze.previous", AnalyzeActions.SCOPE, () -> view.step(-1))
                        .withKeys("Up")
                        .when(any),
                Action.of("analyze.open", AnalyzeActions.SCOPE, this::openSample)
                        .withKeys("Enter")
                        .withIcon("fth-maximize-2")
                        .when(any),
                Action.of("analyze.back", AnalyzeActions.SCOPE, this::closeSample)
                        .withKeys("Esc")
                        .withIcon("fth-arrow-left"),
                Action.of("analyze.fix", AnalyzeActions.SCOPE, this::fixLabel)
                        .withKeys("L")
                        .withIcon("fth-edit-2")
                        .when(any),
                Action.of("analyze.wrong", AnalyzeActions.SCOPE, () -> view.narrow(SampleFacet.WRONG))
                        .withKeys("F")
                        .withIcon("fth-filter"),
                Action.of("analyze.all", AnalyzeActions.SCOPE, view::showAll).withKeys("Shift+F"),
                Action.of("analyze.report", AnalyzeActions.SCOPE, this::report)
                        .withIcon("fth-file-text")
                        .when(Bindings.createBooleanBinding(
                                () -> view.evaluationProperty().get().isPresent(), view.evaluationProperty())));
    }

    private Node emptyState() {
        Desk desk = workspace.desk();
        Button run = desk.texts().on(new Button(), "analyze.empty.run");
        run.getStyleClass().add("accent");
        run.setOnAction(event -> workspace.go(Destination.of("run")));
        EmptyState empty = new EmptyState(
                "fth-bar-chart-2",
                desk.texts().live("analyze.empty"),
                desk.texts().live("analyze.empty.why"),
                run);
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> view.runProperty().get().isEmpty(), view.runProperty()));
        return empty;
    }

    private List<Action> hintsNow() {
        return sampleOpen.get()
                ? List.of(actions.previous(), actions.next(), actions.fixLabel(), actions.back())
                : List.of(actions.open(), actions.wrongOnly(), actions.showAll(), actions.fixLabel());
    }

    private String placeText() {
        String run = view.runProperty()
                .get()
                .map(StoredRun::id)
                .map(id -> workspace.desk().texts().text("analyze.place", "number", id))
                .orElse("");
        return sampleOpen.get()
                ? run + " › "
                        + view.selectedProperty()
                                .get()
                                .map(s -> s.page().name())
                                .orElse("")
                : run;
    }

    private void openSample() {
        if (view.selectedProperty().get().isEmpty()) {
            view.step(1);
        }
        if (view.selectedProperty().get().isPresent()) {
            sampleOpen.set(true);
            sample.shown();
            workspace.desk().jobs().onWindow(sample.canvas()::requestFocus);
        }
    }

    private void closeSample() {
        sampleOpen.set(false);
        overview.table().requestFocus();
    }

    /** To the region in the Label workbench; a false box leads to its page. */
    private void fixLabel() {
        view.selectedProperty().get().ifPresent(selected -> {
            Destination page = Destination.of("label").page(selected.page().id());
            workspace.go(
                    selected.truth().map(region -> page.region(region.id())).orElse(page));
        });
    }

    /** Written beside the project, in the language of the window. */
    private void report() {
        view.runProperty().get().ifPresent(run -> workspace
                .desk()
                .jobs()
                .run(
                        Message.of("analyze.report.job", "run", run.id()),
                        progress -> Reports.write(
                                workspace.store(),
                                run.id(),
                                workspace.desk().texts().language().locale(),
                                progress),
                        (Path file) -> workspace
                                .desk()
                                .notices()
                                .toast(Message.of("analyze.report.written", "file", file.toString())),
                        workspace.desk().notices()::problem));
    }

    AnalyzeViewModel viewModel() {
        return view;
    }

    /** The selected sample, for tests. */
    Optional<EvaluationSample> selected() {
        return view.selectedProperty().get();
    }

    @Override
    public String id() {
        return "analyze";
    }

    @Override
    public String icon() {
        return "fth-bar-chart-2";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return actions.all();
    }

    @Override
    public ObservableValue<String> place() {
        return place;
    }

    @Override
    public ObservableValue<List<Action>> hints() {
        return hints.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> remark() {
        return remark;
    }

    @Override
    public void activated() {
        view.activate();
        workspace.desk().jobs().onWindow(overview.table()::requestFocus);
    }

    @Override
    public void deactivated() {
        view.deactivate();
    }

    @Override
    public void go(Destination destination) {
        destination.run().ifPresent(view::choose);
    }

    @Override
    public void close() {
        view.close();
    }
}
