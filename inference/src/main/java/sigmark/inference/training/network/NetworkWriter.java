package sigmark.inference.training.network;

import java.util.List;

/**
 * The operations of our networks. A network is a method that calls them; whether TorchScript or ONNX comes out is the
 * writer's business, so that what was trained and what runs cannot differ. Values are named by strings that only the
 * writer understands. Maps are {@code [batch, channels, rows, columns]}, sequences {@code [batch, places, width]},
 * heads {@code [batch, heads, places, width / heads]}.
 */
public interface NetworkWriter {
    /** Convolution of a map, with its batch norm where it has one. */
    String convolution(String map, Convolution layer);

    String add(String a, String b);

    String relu(String x);

    String sigmoid(String x);

    /** Map of twice the rows and columns, each value four times. */
    String upsample(String map);

    /** A map of one channel cut into tiles of {@code side} by {@code side}: a channel for each place in a tile. */
    String tiles(String map, int side);

    /** Maps of equal size joined along their channels. */
    String concatenate(List<String> maps);

    /** Map as a sequence of its places, row by row. */
    String places(String map);

    /** Affine layer along the last axis; parameters {@code name.weight [out, in]} and {@code name.bias}. */
    String linear(String x, String name, int in, int out);

    /** Layer norm along the last axis. */
    String layerNorm(String x, String name, int width);

    /** Rows of the table {@code name.weight [rows, width]} by index. */
    String embedding(String ids, String name, int rows, int width);

    /** Sequence cut into heads. */
    String heads(String sequence, int heads, int width);

    /** Heads joined to a sequence. */
    String joinHeads(String heads, int width);

    /** Part {@code index} of {@code parts} equal ones along the last axis. */
    String part(String x, int index, int parts, int width);

    /** Scaled dot-product attention over heads; the mask is added to the logits before the softmax. */
    String attention(String query, String keys, String values, String mask, int headWidth);

    /** Attention without a mask. */
    String attention(String query, String keys, String values, int headWidth);

    /** Every value times a constant. */
    String scale(String x, double factor);

    /** Two convolutions beside a shortcut (He et al. 2016), the map's size and channels kept. */
    default String residual(String map, String name, int channels) {
        String inner = relu(convolution(map, Convolution.normalized(name + ".a", channels, channels, 3, 1)));
        String outer = convolution(inner, Convolution.normalized(name + ".b", channels, channels, 3, 1));
        return relu(add(map, outer));
    }
}
