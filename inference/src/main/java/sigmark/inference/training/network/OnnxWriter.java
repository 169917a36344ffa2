package sigmark.inference.training.network;

import static sigmark.inference.training.network.OnnxGraph.attribute;

import java.util.List;

/**
 * Writes a network's operations into an ONNX graph, with weights that training left: batch norm folded into the
 * convolution before it, matrices turned so that ONNX multiplies from the right.
 */
public final class OnnxWriter implements NetworkWriter {
    private static final double EPSILON = 1e-5;

    private final OnnxGraph graph;
    private final Weights weights;

    public OnnxWriter(OnnxGraph graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    @Override
    public String convolution(String map, Convolution layer) {
        float[] kernel = weights.get(layer.name() + ".weight").clone();
        float[] bias = layer.normalized()
                ? fold(kernel, layer)
                : weights.get(layer.name() + ".bias").clone();
        List<Integer> shape = List.of(layer.out(), layer.in(), layer.kernel(), layer.kernel());
        int padding = layer.kernel() / 2;
        return graph.node(
                "Conv",
                List.of(
                        map,
                        graph.floats(layer.name() + ".weight", kernel, shape),
                        graph.floats(layer.name() + ".bias", bias, List.of(layer.out()))),
                attribute("kernel_shape", List.of(layer.kernel(), layer.kernel())),
                attribute("strides", List.of(layer.strideY(), layer.strideX())),
                attribute("pads", List.of(padding, padding, padding, padding)));
    }

    /** Multiplies the norm's gain over its deviation into the kernel; gives the offset that remains. */
    private float[] fold(float[] kernel, Convolution layer) {
        String norm = layer.name() + ".norm";
        float[] gain = weights.get(norm + ".gain");
        float[] offset = weights.get(norm + ".offset");
        float[] mean = weights.get(norm + ".mean");
        float[] variance = weights.get(norm + ".variance");
        float[] bias = new float[layer.out()];
        int each = kernel.length / layer.out();
        for (int channel = 0; channel < layer.out(); channel++) {
            double factor = gain[channel] / Math.sqrt(variance[channel] + EPSILON);
            for (int i = channel * each; i < (channel + 1) * each; i++) {
                kernel[i] = (float) (kernel[i] * factor);
            }
            bias[channel] = (float) (offset[channel] - mean[channel] * factor);
        }
        return bias;
    }

    @Override
    public String add(String a, String b) {
        return graph.node("Add", List.of(a, b));
    }

    @Override
    public String relu(String x) {
        return graph.node("Relu", List.of(x));
    }

    @Override
    public String sigmoid(String x) {
        return graph.node("Sigmoid", List.of(x));
    }

    @Override
    public String upsample(String map) {
        String factors = graph.floats("twice", new float[] {1, 1, 2, 2}, List.of(4));
        return graph.node(
                "Resize",
                List.of(map, "", factors),
                attribute("mode", "nearest"),
                attribute("coordinate_transformation_mode", "asymmetric"),
                attribute("nearest_mode", "floor"));
    }

    @Override
    public String tiles(String map, int side) {
        return graph.node("SpaceToDepth", List.of(map), attribute("blocksize", side));
    }

    @Override
    public String concatenate(List<String> maps) {
        return graph.node("Concat", maps, attribute("axis", 1));
    }

    @Override
    public String places(String map) {
        String shaped = graph.node("Reshape", List.of(map, graph.longs(0, 0, -1)));
        return graph.node("Transpose", List.of(shaped), attribute("perm", List.of(0, 2, 1)));
    }

    @Override
    public String linear(String x, String name, int in, int out) {
        float[] rows = weights.get(name + ".weight");
        float[] turned = new float[rows.length];
        for (int i = 0; i < in; i++) {
            for (int o = 0; o < out; o++) {
                turned[i * out + o] = rows[o * in + i];
            }
        }
        String matrix = graph.floats(name + ".weight", turned, List.of(in, out));
        String product = graph.node("MatMul", List.of(x, matrix));
        return add(product, graph.floats(name + ".bias", weights.get(name + ".bias"), List.of(out)));
    }

    @Override
    public String layerNorm(String x, String name, int width) {
        String gain = graph.floats(name + ".gain", weights.get(name + ".gain"), List.of(width));
        String offset = graph.floats(name + ".offset", weights.get(name + ".offset"), List.of(width));
        return graph.node(
                "LayerNormalization", List.of(x, gain, offset), attribute("axis", -1), attribute("epsilon", (float)
                        EPSILON));
    }

    @Override
    public String embedding(String ids, String name, int rows, int width) {
        String table = graph.floats(name + ".weight", weights.get(name + ".weight"), List.of(rows, width));
        return graph.node("Gather", List.of(table, ids));
    }

    @Override
    public String heads(String sequence, int heads, int width) {
        String shaped = graph.node("Reshape", List.of(sequence, graph.longs(0, 0, heads, width / heads)));
        return graph.node("Transpose", List.of(shaped), attribute("perm", List.of(0, 2, 1, 3)));
    }

    @Override
    public String joinHeads(String heads, int width) {
        String turned = graph.node("Transpose", List.of(heads), attribute("perm", List.of(0, 2, 1, 3)));
        return graph.node("Reshape", List.of(turned, graph.longs(0, 0, width)));
    }

    @Override
    public String part(String x, int index, int parts, int width) {
        long from = (long) index * (width / parts);
        return graph.node(
                "Slice",
                List.of(x, graph.longs(from), graph.longs(from + width / parts), graph.longs(-1), graph.longs(1)));
    }

    @Override
    public String attention(String query, String keys, String values, String mask, int headWidth) {
        return weighted(add(logits(query, keys, headWidth), mask), values);
    }

    @Override
    public String attention(String query, String keys, String values, int headWidth) {
        return weighted(logits(query, keys, headWidth), values);
    }

    private String logits(String query, String keys, int headWidth) {
        String scaled = scale(query, 1 / Math.sqrt(headWidth));
        String turned = graph.node("Transpose", List.of(keys), attribute("perm", List.of(0, 1, 3, 2)));
        return graph.node("MatMul", List.of(scaled, turned));
    }

    private String weighted(String logits, String values) {
        String shares = graph.node("Softmax", List.of(logits), attribute("axis", -1));
        return graph.node("MatMul", List.of(shares, values));
    }

    @Override
    public String scale(String x, double factor) {
        return graph.node("Mul", List.of(x, graph.scalar(factor)));
    }
}
