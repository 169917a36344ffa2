package sigmark.app.run;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.key.Action;

/** The Run workbench: what to run on the left, the run in the middle, queue and finished runs on the right. */
public final class RunWorkbench implements Workbench {
    private final Desk desk;
    private final RunViewModel model;
    private final BorderPane node = new BorderPane();
    private final Action add;
    private final Action propose;
    private final Action analyze;

    public RunWorkbench(Workspace workspace, RunMachine machine) {
        desk = workspace.desk();
        model = new RunViewModel(workspace, machine);
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
                .when(ready);
        propose = Action.of("run.propose", "run", model::propose)
                .withIcon("fth-edit-2")
                .withKeys("Ctrl+Shift+P")
                .when(runnable);
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
                .when(stored);
        node.setId("run-workbench");
        node.setLeft(new ChoicePane(desk, model, add, propose));
        node.setCenter(new FiguresPane(desk, model, analyze));
        node.setRight(new RunListPane(desk, model));
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
        return List.of(add, propose, analyze);
    }

    @Override
    public ObservableValue<String> place() {
        return Bindings.createStringBinding(
                () -> model.shownProperty()
                        .get()
                        .map(shown -> RunListPane.title(desk, shown))
                        .orElse(""),
                model.shownProperty(),
                desk.texts().wordsProperty());
    }

    @Override
    public ObservableValue<List<Action>> hints() {
        return new SimpleObjectProperty<>(actions());
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
        destination.run().ifPresent(model::showRun);
        destination.query().ifPresent(query -> {
            model.queryProperty().set(query);
            model.pagesProperty().set(RunViewModel.Pages.QUERY);
        });
    }
}
