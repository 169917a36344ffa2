package sigmark.inference.training;

import java.util.List;

/**
 * What one training step sees.
 *
 * @param inputs arguments of the network's {@code loss} method, in order
 * @param samples how many pictures it holds
 */
public record TrainingBatch(List<TrainingArray> inputs, int samples) {
    public TrainingBatch {
        inputs = List.copyOf(inputs);
        if (samples < 1) {
            throw new IllegalArgumentException("a batch of " + samples + " samples");
        }
    }
}
