package sigmark.app.run.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sigmark.app.work.train.RunFolder;
import sigmark.inference.training.TrainingCurve;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;

/** What the screen needs of training; every call blocks. */
public interface TrainMachine {
    /** Whether PyTorch is installed. */
    boolean canTrain();

    /** Models of a task that training can go on from. */
    List<String> models(TrainWish.Task task);

    /** Trainings that were broken off. */
    List<Broken> broken();

    /**
     * A training that was broken off.
     *
     * @param curve what it had reported
     */
    record Broken(RunFolder run, TrainWish.Task task, String name, List<TrainingCurve.Point> curve) {}

    /** The new model's name; empty when the progress said stop before the end. */
    Optional<String> learn(ProjectStore store, TrainWish wish, Consumer<TrainingReport> told, Progress progress);
}
