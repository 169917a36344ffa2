package sigmark.inference.training;

import java.util.List;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.training.network.Weights;

/**
 * Gives batch norms that came back folded from an ONNX file their statistics again: what the convolution before each gives
 * on some batches is measured, mean and variance become the running ones, and gain and offset are set so that the network
 * computes what it did. Training, which norms by each batch's own statistics, then begins where the old one ended.
 */
public final class NormCalibration {
    /** Method that gives, for each batch norm, the means and the mean squares of what comes into it. */
    public static final String METHOD = "statistics";

    private static final double EPSILON = 1e-5;

    private NormCalibration() {}

    /**
     * The same network with true statistics.
     *
     * @param module with a method {@link #METHOD}, made by {@link TorchScriptModule#statistics}
     * @param batches its inputs; a few with many different pictures
     */
    public static Weights of(TorchScriptModule module, Weights folded, List<TrainingBatch> batches) {
        List<String> norms = module.norms();
        double[][] sums = new double[2 * norms.size()][];
        TorchNetwork.useThreads(1);
        try (TorchNetwork network = new TorchNetwork(module, folded)) {
            for (TrainingBatch batch : batches) {
                List<float[]> seen = network.run(METHOD, batch.inputs());
                for (int i = 0; i < sums.length; i++) {
                    sums[i] = sums[i] == null ? new double[seen.get(i).length] : sums[i];
                    for (int c = 0; c < sums[i].length; c++) {
                        sums[i][c] += seen.get(i)[c] / batches.size();
                    }
                }
            }
        }
        for (int i = 0; i < norms.size(); i++) {
            set(folded, norms.get(i), sums[2 * i], sums[2 * i + 1]);
        }
        return folded;
    }

    private static void set(Weights weights, String norm, double[] means, double[] squares) {
        float[] gain = weights.get(norm + ".gain");
        float[] offset = weights.get(norm + ".offset");
        float[] mean = weights.get(norm + ".mean");
        float[] variance = weights.get(norm + ".variance");
        for (int c = 0; c < means.length; c++) {
            double factor = gain[c] / Math.sqrt(variance[c] + EPSILON);
            double spread = Math.max(0, squares[c] - means[c] * means[c]);
            offset[c] = (float) (offset[c] + factor * (means[c] - mean[c]));
            gain[c] = (float) (factor * Math.sqrt(spread + EPSILON));
            mean[c] = (float) means[c];
            variance[c] = (float) spread;
        }
    }
}
