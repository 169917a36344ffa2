package sigmark.app.work.train;

import java.util.Optional;
import java.util.function.Consumer;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Progress;

/** One training from data to a model on the shelf; broken off, it goes on from its checkpoint the next time. */
public interface Lesson {
    /**
     * Trains. Blocks until the plan is done, the looks at other data say stop, or the progress does.
     *
     * @param told each report; on the caller's thread
     * @return the new model's name; empty when the progress said stop before the end
     */
    Optional<String> learn(Consumer<TrainingReport> told, Progress progress);
}
