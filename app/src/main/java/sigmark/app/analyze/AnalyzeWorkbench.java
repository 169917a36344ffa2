package sigmark.app.analyze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.analyze.chart.CurveChart;
import sigmark.app.analyze.compare.CompareActions;
import sigmark.app.analyze.compare.ComparePane;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.CompareViewModel;
import sigmark.app.analyze.model.Place;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.VerdictViewModel;
import sigmark.app.analyze.overview.OverviewPane;
import sigmark.app.analyze.part.AnalyzeActions;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.sample.SamplePane;
import sigmark.app.analyze.slices.SlicesPane;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.key.Action;
import sigmark.app.base.words.Message;
import sigmark.app.latex.FormulaPictures;
import sigmark.app.work.Installation;
import sigmark.app.work.ModelWeights;
import sigmark.app.work.Reports;
import sigmark.labeling.project.StoredRun;

/** The workbench for looking at runs: numbers, and behind every number the samples that made it. */
public final class AnalyzeWorkbench implements Workbench {
    private final Workspace workspace;
    private final AnalyzeViewModel view;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty tiles = new SimpleBooleanProperty();
    private final BooleanProperty typing = new SimpleBooleanProperty();
    private final StackPane node = new StackPane();
    private final OverviewPane overview;
    private final SamplePane sample;
    private final AnalyzeActions actions;
    private final CompareViewModel comparing;
    private final CompareActions compareActions;
    private final SlicesPane slices;
    private final ComparePane compare;
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
        comparing = new CompareViewModel(
                workspace.store(),
                desk.jobs(),
                view,
                new ModelWeights(Installation.pipelines().models())::of);
        VerdictViewModel verdict = new VerdictViewModel(workspace.store(), desk.jobs(), comparing);
        compareActions = CompareActions.of(
                verdict, view.screenProperty().isEqualTo(Place.Screen.COMPARE).and(typing.not()));
        slices = new SlicesPane(desk, view, actions);
        compare = new ComparePane(
                desk, new ComparePane.Parts(view, comparing, verdict, actions, compareActions), crops, formulas);
        node.getStyleClass().add("analyze");
        node.getChildren().addAll(overview, sample, slices, compare, emptyState());
        for (var model : List.of(comparing.problemProperty(), verdict.problemProperty())) {
            model.addListener((property, old, now) -> now.ifPresent(desk.notices()::problem));
        }
        slices.visibleProperty().bind(view.screenProperty().isEqualTo(Place.Screen.SLICES));
        compare.visibleProperty().bind(view.screenProperty().isEqualTo(Place.Screen.COMPARE));
        overview.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> view.screenProperty().get() == Place.Screen.OVERVIEW
                                && view.runProperty().get().isPresent(),
                        view.screenProperty(),
                        view.runProperty()));
        sample.visibleProperty().bind(view.screenProperty().isEqualTo(Place.Screen.SAMPLE));
        tiles.bind(overview.asGridProperty());
        node.sceneProperty().addListener((property, old, now) -> {
            if (now != null) {
                followFocus(now);
            }
        });
        place = Bindings.createStringBinding(
                this::placeText,
                view.runProperty(),
                view.screenProperty(),
                view.selectedProperty(),
                desk.texts().wordsProperty());
        view.screenProperty().addListener((property, old, now) -> screenShown(now));
        view.evaluationProperty().addListener((property, old, now) -> {
            if (old.isEmpty() && now.isPresent() && overview.isVisible() && !typing.get()) {
                desk.jobs().onWindow(overview::focusSamples);
            }
        });
        view.problemProperty().addListener((property, old, now) -> now.ifPresent(desk.notices()::problem));
        hints.set(hintsNow());
    }

    private AnalyzeActions makeActions() {
        BooleanExpression any = Bindings.isNotEmpty(view.shown());
        BooleanExpression listed = BooleanExpression.booleanExpression(any).and(busy.not());
        BooleanExpression overviewShown = view.screenProperty().isEqualTo(Place.Screen.OVERVIEW);
        BooleanExpression evaluated = Bindings.createBooleanBinding(
                () -> view.evaluationProperty().get().isPresent(), view.evaluationProperty());
        return AnalyzeActions.of(
                new Doings(),
                new AnalyzeActions.When(
                        listed.and(view.screenProperty()
                                .isEqualTo(Place.Screen.OVERVIEW)
                                .or(view.screenProperty().isEqualTo(Place.Screen.SAMPLE))),
                        listed.and(view.screenProperty().isNotEqualTo(Place.Screen.COMPARE)),
                        listed.and(tiles).and(overviewShown),
                        any,
                        overviewShown,
                        view.trail().canGoBackProperty(),
                        view.trail().canGoForwardProperty(),
                        evaluated,
                        BooleanExpression.booleanExpression(evaluated)
                                .and(view.screenProperty().isNotEqualTo(Place.Screen.COMPARE))));
    }

    /** Controls that need arrow keys, Enter or Space for themselves while they have the focus. */
    private void followFocus(Scene scene) {
        scene.focusOwnerProperty().addListener((property, old, now) -> {
            typing.set(now instanceof TextInputControl);
            busy.set(now instanceof ButtonBase
                    || now instanceof ComboBoxBase<?>
                    || now instanceof TextInputControl
                    || now instanceof CurveChart);
        });
    }

    private final class Doings implements AnalyzeActions.Doing {
        @Override
        public void step(int rows, int columns) {
            boolean overviewShown = view.screenProperty().get() == Place.Screen.OVERVIEW;
            view.step(rows * (overviewShown ? overview.across() : 1) + columns);
        }

        @Override
        public void openSample() {
            if (view.screenProperty().get() == Place.Screen.SLICES) {
                slices.openSelected();
                return;
            }
            if (view.selectedProperty().get().isEmpty()) {
                view.step(1);
            }
            if (view.selectedProperty().get().isPresent()) {
                view.show(Place.Screen.SAMPLE);
            }
        }

        @Override
        public void leaveScreen() {
            view.show(Place.Screen.OVERVIEW);
        }

        @Override
        public void goBack() {
            view.back();
        }

        @Override
        public void goForward() {
            view.forward();
        }

        @Override
        public void fixLabel() {
            AnalyzeWorkbench.this.fixLabel();
        }

        @Override
        public void wrongOnly() {
            view.narrow(SampleFacet.WRONG);
        }

        @Override
        public void showAll() {
            view.showAll();
        }

        @Override
        public void filter() {
            overview.focusQuery();
        }

        @Override
        public void turnGrid() {
            overview.turnGrid();
        }

        @Override
        public void turnPictures() {
            overview.turnPictures();
        }

        @Override
        public void showSlices() {
            view.show(Place.Screen.SLICES);
        }

        @Override
        public void showCompare() {
            view.show(Place.Screen.COMPARE);
        }

        @Override
        public void report() {
            AnalyzeWorkbench.this.report();
        }
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
        return switch (view.screenProperty().get()) {
            case SAMPLE ->
                List.of(
                        actions.previous(),
                        actions.next(),
                        sample.actions().match(),
                        actions.fixLabel(),
                        actions.back());
            case SLICES -> List.of(actions.open(), actions.back());
            case COMPARE ->
                List.of(
                        compareActions.next(),
                        compareActions.left(),
                        compareActions.right(),
                        compareActions.equal(),
                        actions.back());
            case OVERVIEW ->
                List.of(actions.open(), actions.filter(), actions.grid(), actions.pictures(), actions.fixLabel());
        };
    }

    private String placeText() {
        String run = view.runProperty()
                .get()
                .map(StoredRun::id)
                .map(id -> workspace.desk().texts().text("analyze.place", "number", id))
                .orElse("");
        return switch (view.screenProperty().get()) {
            case OVERVIEW -> run;
            case SAMPLE ->
                run + " › "
                        + view.selectedProperty()
                                .get()
                                .map(s -> s.page().name())
                                .orElse("");
            case SLICES -> run + " › " + workspace.desk().texts().text("analyze.slices.title");
            case COMPARE -> run + " › " + workspace.desk().texts().text("analyze.compare.place");
        };
    }

    private void screenShown(Place.Screen screen) {
        hints.set(hintsNow());
        if (screen == Place.Screen.SAMPLE) {
            sample.shown();
            workspace.desk().jobs().onWindow(sample.canvas()::requestFocus);
        } else if (screen == Place.Screen.OVERVIEW) {
            overview.focusSamples();
        } else if (screen == Place.Screen.SLICES) {
            slices.shown();
        } else {
            comparing.activate();
            compare.shown();
        }
        if (screen != Place.Screen.COMPARE) {
            comparing.deactivate();
        }
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
        List<Action> all = new ArrayList<>(compareActions.all());
        all.addAll(sample.actions().all());
        all.addAll(actions.all());
        return all;
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
        if (view.screenProperty().get() == Place.Screen.COMPARE) {
            comparing.activate();
        }
        workspace.desk().jobs().onWindow(overview::focusSamples);
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
        comparing.close();
        view.close();
    }
}
