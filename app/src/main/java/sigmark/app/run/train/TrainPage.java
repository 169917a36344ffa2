package sigmark.app.run.train;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import sigmark.app.base.Workspace;
import sigmark.app.base.key.Action;

/** The training half of the Run workbench: its left and its middle. */
public final class TrainPage {
    private final TrainViewModel model;
    private final TrainChoicePane choice;
    private final CurvePane curves;
    private final List<Action> actions;

    /**
     * @param trained is told of each new model
     * @param run chooses a model's pipeline to run it
     */
    public TrainPage(Workspace workspace, TrainMachine machine, Consumer<String> trained, Consumer<String> run) {
        model = new TrainViewModel(workspace, machine, trained);
        Action start = Action.of("run.train-start", "run", model::start)
                .withIcon("fth-play")
                .withKeys("Ctrl+Shift+R")
                .when(model.ready());
        choice = new TrainChoicePane(workspace.desk(), model, start);
        curves = new CurvePane(workspace.desk(), model, run);
        actions = List.of(start);
    }

    public TrainViewModel model() {
        return model;
    }

    public Node left() {
        return choice;
    }

    public Node middle() {
        return curves;
    }

    public List<Action> actions() {
        return actions;
    }
}
