package sigmark.inference.training.network;

import java.util.List;
import java.util.Random;

/**
 * One array of weights that a network asks for.
 *
 * @param name dotted, unique in the network, such as {@code encoder.stage2.block0.a.weight}
 * @param shape sizes, outermost first
 * @param start how its first values are drawn
 * @param trained false for statistics that the forward pass itself updates (running mean and variance)
 * @param decayed whether weight decay shrinks it; matrices and kernels, not offsets and gains
 */
public record ParameterSpec(String name, List<Integer> shape, Start start, boolean trained, boolean decayed) {
    /** How the first values are drawn. */
    public enum Start {
        ZEROS,
        ONES,
        /** Normal with variance 2 over the inputs of one output (He et al. 2015); for layers before a rectifier. */
        HE,
        /** Uniform with variance 2 over inputs plus outputs (Glorot and Bengio 2010). */
        GLOROT,
        /** Normal with variance 1 over the row length; for embeddings. */
        EMBEDDING
    }

    public ParameterSpec {
        shape = List.copyOf(shape);
        if (shape.isEmpty() || shape.stream().anyMatch(size -> size <= 0)) {
            throw new IllegalArgumentException(name + " has the shape " + shape);
        }
    }

    /** Number of values. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** First values, the same for the same random stream. */
    public float[] draw(Random random) {
        float[] values = new float[size()];
        int outputs = shape.get(0);
        int inputs = values.length / outputs;
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (start) {
                case ZEROS -> 0;
                case ONES -> 1;
                case HE -> (float) (random.nextGaussian() * Math.sqrt(2.0 / inputs));
                case GLOROT -> (float) ((2 * random.nextDouble() - 1) * Math.sqrt(6.0 / (inputs + outputs)));
                case EMBEDDING -> (float) (random.nextGaussian() / Math.sqrt(inputs));
            };
        }
        return values;
    }
}
