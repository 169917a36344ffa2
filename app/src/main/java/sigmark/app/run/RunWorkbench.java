package sigmark.app.run;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.control.Segments;
import sigmark.app.base.key.Action;
import sigmark.app.run.train.TrainMachine;
import sigmark.app.run.train.TrainPage;

/**
 * The Run workbench: what to run on the left, the run in the middle, queue and finished runs on the right; or, switched at
 * the top, what to train and its curves.
 */
public final class RunWorkbench implements Workbench {
    private final Desk desk;
    private final RunViewModel model;
    private final BorderPane node = new BorderPane();
    private final Action add;
    private final Action propose;
    private final Action analyze;
    private final Action train;
    private final TrainPage training;
    private final ChoicePane choice;
    private final FiguresPane figures;
    private final RunListPane runs;
    private final Segments<Half> half;

    /** What the workbench shows. */
    private enum Half {
        RUN,
        TRAIN
    }

    public RunWorkbench(Workspace workspace, RunMachine machine, TrainMachine trainMachine) {
        desk = workspace.desk();
        model = new RunViewModel(workspace, machine);
        half = new Segments<>(List.of(Half.values()), Half.RUN, each -> desk.texts()
                .live("run.half." + each.name().toLowerCase(java.util.Locale.ROOT)));
        half.setId("run-half");
        BooleanBinding running = half.valueProperty().isEqualTo(Half.RUN);
        BooleanBinding ready = Bindings.createBooleanBinding(
                () -> model.pageCountProperty().get() > 0
                        && model.pipelineProperty()
                                .get()
                                .filter(c -> c.missing().isEmpty())
                                .isPresent(),
                model.pageCountProperty(),
                model.pipelineProperty());
        BooleanBinding runnable = Bindings.createBooleanBinding(
                () -> model.pipelineProperty()
                        .get()
                        .filter(c -> c.missing().isEmpty())
                        .isPresent(),
                model.pipelineProperty());
        add = Action.of("run.add", "run", model::add)
                .withIcon("fth-play")
                .withKeys("Ctrl+R")
                .when(ready.and(running));
        propose = Action.of("run.propose", "run", model::propose)
                .withIcon("fth-edit-2")
                .withKeys("Ctrl+Shift+P")
                .when(runnable.and(running));
        BooleanBinding stored = Bindings.createBooleanBinding(
                () -> model.shownProperty()
                        .get()
                        .flatMap(RunViewModel.Shown::stored)
                        .isPresent(),
                model.shownProperty());
        analyze = Action.of("run.analyze", "run", () -> model.shownProperty()
                        .get()
                        .flatMap(RunViewModel.Shown::stored)
                        .ifPresent(run -> workspace.go(Destination.of("analyze").run(run.id()))))
                .withIcon("fth-bar-chart-2")
                .withKeys("Ctrl+Enter")
                .when(stored.and(running));
        training = new TrainPage(workspace, trainMachine, name -> model.refresh(), this::runWith);
        train = Action.of("run.train", "run", () -> half.valueProperty()
                        .set(half.value() == Half.RUN ? Half.TRAIN : Half.RUN))
                .withIcon("fth-repeat")
                .withKeys("Ctrl+T");
        choice = new ChoicePane(desk, model, add, propose);
        figures = new FiguresPane(desk, model, analyze);
        runs = new RunListPane(desk, model);
        HBox top = new HBox(12, half);
        top.getStyleClass().add("run-halves");
        node.setId("run-workbench");
        node.setTop(top);
        half.valueProperty().subscribe(this::show);
    }

    private void show(Half now) {
        boolean run = now == Half.RUN;
        node.setLeft(run ? choice : training.left());
        node.setCenter(run ? figures : training.middle());
        node.setRight(run ? runs : null);
        if (!run) {
            training.model().refresh();
        }
    }

    private void runWith(String pipeline) {
        half.valueProperty().set(Half.RUN);
        model.choose(pipeline);
    }

    /** For tests and for whoever shows runs elsewhere. */
    public RunViewModel model() {
        return model;
    }

    @Override
    public String id() {
        return "run";
    }

    @Override
    public String icon() {
        return "fth-play-circle";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new java.util.ArrayList<>(List.of(add, propose, analyze, train));
        all.addAll(training.actions());
        return all;
    }

    @Override
    public ObservableValue<String> place() {
        return Bindings.createStringBinding(
                () -> half.value() == Half.TRAIN
                        ? desk.texts().text("run.half.train")
                        : model.shownProperty()
                                .get()
                                .map(shown -> RunListPane.title(desk, shown))
                                .orElse(""),
                model.shownProperty(),
                half.valueProperty(),
                desk.texts().wordsProperty());
    }

    @Override
    public ObservableValue<List<Action>> hints() {
        return half.valueProperty().map(now -> now == Half.RUN ? List.of(add, propose, analyze, train) : trainHints());
    }

    private List<Action> trainHints() {
        List<Action> hints = new java.util.ArrayList<>(training.actions());
        hints.add(train);
        return hints;
    }

    @Override
    public ObservableValue<String> remark() {
        return new ReadOnlyStringWrapper("");
    }

    @Override
    public void activated() {
        model.refresh();
    }

    @Override
    public void go(Destination destination) {
        half.valueProperty().set(Half.RUN);
        destination.run().ifPresent(model::showRun);
        destination.query().ifPresent(query -> {
            model.queryProperty().set(query);
            model.pagesProperty().set(RunViewModel.Pages.QUERY);
        });
    }
}
