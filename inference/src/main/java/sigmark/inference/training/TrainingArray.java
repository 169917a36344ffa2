package sigmark.inference.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** An array that goes into a network: floats (pictures, masks) or whole numbers (token ids). */
public final class TrainingArray {
    private final long[] shape;
    private final float[] floats;
    private final long[] longs;

    private TrainingArray(long[] shape, float[] floats, long[] longs) {
        long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (size != floats.length + longs.length) {
            throw new IllegalArgumentException(
                    "%d values for shape %s".formatted(floats.length + longs.length, Arrays.toString(shape)));
        }
        this.shape = shape.clone();
        this.floats = floats;
        this.longs = longs;
    }

    /** Floats, outermost axis first; the values are not copied. */
    public static TrainingArray of(float[] values, long... shape) {
        return new TrainingArray(shape, values, new long[0]);
    }

    /** Whole numbers, outermost axis first; the values are not copied. */
    public static TrainingArray of(long[] values, long... shape) {
        return new TrainingArray(shape, new float[0], values);
    }

    NDArray in(NDManager manager) {
        return longs.length > 0
                ? manager.create(LongBuffer.wrap(longs), new Shape(shape), ai.djl.ndarray.types.DataType.INT64)
                : manager.create(FloatBuffer.wrap(floats), new Shape(shape));
    }
}
