package sigmark.inference.training;

/**
 * Makes training batches. The batch of a step depends on the step alone (and the source's own seed), so that a resumed
 * run sees what an unbroken one would have seen.
 */
public interface BatchSource {
    /** The batch of a step, counted from 0. */
    TrainingBatch batch(long step);
}
