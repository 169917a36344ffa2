package sigmark.inference.training;

import java.util.List;

/**
 * Batches that are never trained on, looked at whenever a checkpoint is kept.
 *
 * @param batches arguments of the network's {@code check} method: as {@code loss}, but with the running statistics
 * @param patience how many looks without a better loss end the training early; 0 for never
 * @param bestBefore lowest loss of the looks before a resumed run was broken off; infinite for a new one
 */
public record Validation(List<TrainingBatch> batches, int patience, double bestBefore) {
    public Validation {
        batches = List.copyOf(batches);
        if (patience < 0) {
            throw new IllegalArgumentException("patience " + patience);
        }
    }

    /** No looks: the whole plan is done. */
    public static final Validation NONE = new Validation(List.of(), 0, Double.POSITIVE_INFINITY);

    /** Means over the batches of what {@code check} returns, the loss first. */
    List<Double> measure(TorchNetwork network) {
        double[] sums = new double[0];
        for (TrainingBatch batch : batches) {
            List<float[]> results = network.run("check", batch.inputs());
            if (sums.length == 0) {
                sums = new double[results.size()];
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] += results.get(i)[0] / batches.size();
            }
        }
        return java.util.Arrays.stream(sums).boxed().toList();
    }
}
