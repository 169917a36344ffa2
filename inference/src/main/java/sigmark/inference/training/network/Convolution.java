package sigmark.inference.training.network;

/**
 * A square convolution with padding of half its kernel.
 *
 * @param name prefix of its parameters
 * @param in channels that come in
 * @param out channels that go out
 * @param kernel side, odd
 * @param strideY rows a step
 * @param strideX columns a step
 * @param normalized true: batch norm and no offset; false: an offset
 */
public record Convolution(String name, int in, int out, int kernel, int strideY, int strideX, boolean normalized) {
    public Convolution {
        if (in < 1 || out < 1 || kernel < 1 || kernel % 2 == 0 || strideY < 1 || strideX < 1) {
            throw new IllegalArgumentException("%s: %d to %d channels, kernel %d, stride %d×%d"
                    .formatted(name, in, out, kernel, strideY, strideX));
        }
    }

    /** The usual layer: batch norm, the same stride both ways. */
    public static Convolution normalized(String name, int in, int out, int kernel, int stride) {
        return new Convolution(name, in, out, kernel, stride, stride, true);
    }

    /** A layer with an offset in place of batch norm, as heads end in. */
    public static Convolution plain(String name, int in, int out, int kernel) {
        return new Convolution(name, in, out, kernel, 1, 1, false);
    }
}
