package sigmark.inference.training;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import sigmark.inference.training.network.ParameterSpec;
import sigmark.inference.training.network.Weights;

/**
 * AdamW (Loshchilov and Hutter 2019) with its moments in plain sight, so that a checkpoint can hold them, and gradients
 * clipped by their common norm.
 */
final class AdamW {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.99f;
    private static final float EPSILON = 1e-8f;
    private static final int[] ALL_AXES = {};

    private final TorchNetwork network;
    private final List<PtNDArray> means = new ArrayList<>();
    private final List<PtNDArray> variances = new ArrayList<>();
    private final List<Integer> trained = new ArrayList<>();

    AdamW(TorchNetwork network, Weights mean, Weights variance) {
        this.network = network;
        for (int i = 0; i < network.specs().size(); i++) {
            ParameterSpec spec = network.specs().get(i);
            if (spec.trained()) {
                trained.add(i);
                means.add(network.array(spec, mean.get(spec.name())));
                variances.add(network.array(spec, variance.get(spec.name())));
            }
        }
    }

    /** Moments of a run that has not begun. */
    static Weights zeros(List<ParameterSpec> specs) {
        Weights zeros = new Weights();
        specs.stream().filter(ParameterSpec::trained).forEach(spec -> zeros.put(spec, new float[spec.size()]));
        return zeros;
    }

    /**
     * Moves every trained weight against its gradient and forgets the gradients.
     *
     * @param step counted from 1
     * @return the norm of all gradients together, before clipping
     */
    double update(long step, double rate, double weightDecay, double clipNorm) {
        JniUtils.setGradMode(false);
        List<PtNDArray> gradients = new ArrayList<>();
        double squares = 0;
        for (int index : trained) {
            PtNDArray gradient = JniUtils.getGradient(network.parameter(index));
            gradients.add(gradient);
            squares += square(gradient);
        }
        double norm = Math.sqrt(squares);
        if (Double.isFinite(norm)) {
            double shorten = norm > clipNorm ? clipNorm / norm : 1;
            double corrected =
                    rate * Math.sqrt(1 - Math.pow(BETA_2, (double) step)) / (1 - Math.pow(BETA_1, (double) step));
            for (int i = 0; i < trained.size(); i++) {
                ParameterSpec spec = network.specs().get(trained.get(i));
                JniUtils.adamUpdate(
                        network.parameter(trained.get(i)),
                        gradients.get(i),
                        means.get(i),
                        variances.get(i),
                        (float) rate,
                        (float) corrected,
                        (float) (spec.decayed() ? weightDecay : 0),
                        (float) shorten,
                        -1,
                        BETA_1,
                        BETA_2,
                        EPSILON,
                        true);
            }
        }
        gradients.forEach(PtNDArray::close);
        trained.forEach(index -> JniUtils.zeroGrad(network.parameter(index)));
        return norm;
    }

    private static double square(PtNDArray gradient) {
        try (PtNDArray norm = JniUtils.norm(gradient, 2, ALL_AXES, false)) {
            double value = norm.toFloatArray()[0];
            return value * value;
        }
    }

    Weights means() {
        return copy(means);
    }

    Weights variances() {
        return copy(variances);
    }

    private Weights copy(List<PtNDArray> arrays) {
        Weights values = new Weights();
        for (int i = 0; i < trained.size(); i++) {
            values.put(network.specs().get(trained.get(i)), arrays.get(i).toFloatArray());
        }
        return values;
    }
}
