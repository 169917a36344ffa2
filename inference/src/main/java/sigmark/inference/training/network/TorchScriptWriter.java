package sigmark.inference.training.network;

import java.util.Arrays;
import java.util.List;
import sigmark.inference.training.network.ParameterSpec.Start;

/** Writes one method of a {@link TorchScriptModule}: a line of TorchScript for each operation. */
public final class TorchScriptWriter implements NetworkWriter {
    private static final double NORM_MOMENTUM = 0.05;
    private static final int FLOAT = 6;
    private static final int BFLOAT = 15;

    private final TorchScriptModule module;
    private final boolean training;
    private final boolean half;
    private final StringBuilder text = new StringBuilder();
    private int values;
    private Watcher watcher = (norm, map) -> {};

    /**
     * @param half whether convolutions and affine layers multiply in bfloat16; weights stay floats
     */
    TorchScriptWriter(TorchScriptModule module, boolean training, boolean half) {
        this.module = module;
        this.training = training;
        this.half = half;
    }

    /** Is told each batch norm's name and what comes into it. */
    interface Watcher {
        void see(String norm, String map);
    }

    void watch(Watcher of) {
        watcher = of;
    }

    /** The value as float32 again, for sums that need its digits. */
    public String whole(String x) {
        return half ? line("torch.to(%s, %d)".formatted(x, FLOAT)) : x;
    }

    private String halved(String x) {
        return half ? line("torch.to(%s, %d)".formatted(x, BFLOAT)) : x;
    }

    /** A line {@code value = expression}; gives the value's name. For operations that only training needs. */
    public String line(String expression) {
        String name = "v" + values++;
        text.append("    ").append(name).append(" = ").append(expression).append('\n');
        return name;
    }

    String text() {
        return text.toString();
    }

    @Override
    public String convolution(String map, Convolution layer) {
        int[] kernel = {layer.out(), layer.in(), layer.kernel(), layer.kernel()};
        String weight = trained(layer.name() + ".weight", Start.HE, true, kernel);
        String bias = layer.normalized() ? "None" : trained(layer.name() + ".bias", Start.ZEROS, false, layer.out());
        int padding = layer.kernel() / 2;
        String result = line("torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], 1)"
                .formatted(
                        halved(map),
                        halved(weight),
                        layer.normalized() ? bias : halved(bias),
                        layer.strideY(),
                        layer.strideX(),
                        padding,
                        padding));
        return layer.normalized() ? batchNorm(result, layer.name() + ".norm", layer.out()) : result;
    }

    private String batchNorm(String map, String name, int channels) {
        watcher.see(name, map);
        String gain = trained(name + ".gain", Start.ONES, false, channels);
        String offset = trained(name + ".offset", Start.ZEROS, false, channels);
        String mean = statistic(name + ".mean", Start.ZEROS, channels);
        String variance = statistic(name + ".variance", Start.ONES, channels);
        return line("torch.batch_norm(%s, %s, %s, %s, %s, %s, %s, %s, False)"
                .formatted(map, gain, offset, mean, variance, training ? "True" : "False", NORM_MOMENTUM, "1.0e-05"));
    }

    @Override
    public String add(String a, String b) {
        return line("torch.add(%s, %s)".formatted(a, b));
    }

    @Override
    public String relu(String x) {
        return line("torch.relu(" + x + ")");
    }

    @Override
    public String sigmoid(String x) {
        return line("torch.sigmoid(" + x + ")");
    }

    @Override
    public String upsample(String map) {
        return line("torch.upsample_nearest2d(%s, None, [2.0, 2.0])".formatted(map));
    }

    @Override
    public String tiles(String map, int side) {
        return line("torch.pixel_unshuffle(%s, %d)".formatted(map, side));
    }

    @Override
    public String concatenate(List<String> maps) {
        return line("torch.cat([" + String.join(", ", maps) + "], 1)");
    }

    @Override
    public String places(String map) {
        return line("torch.transpose(torch.flatten(%s, 2, 3), 1, 2)".formatted(map));
    }

    @Override
    public String linear(String x, String name, int in, int out) {
        String weight = trained(name + ".weight", Start.GLOROT, true, out, in);
        String bias = trained(name + ".bias", Start.ZEROS, false, out);
        return line("torch.linear(%s, %s, %s)".formatted(halved(x), halved(weight), halved(bias)));
    }

    @Override
    public String layerNorm(String x, String name, int width) {
        String gain = trained(name + ".gain", Start.ONES, false, width);
        String offset = trained(name + ".offset", Start.ZEROS, false, width);
        return line("torch.layer_norm(%s, [%d], %s, %s, %s)".formatted(x, width, gain, offset, "1.0e-05"));
    }

    @Override
    public String embedding(String ids, String name, int rows, int width) {
        String table = trained(name + ".weight", Start.EMBEDDING, false, rows, width);
        return line("torch.embedding(%s, %s)".formatted(table, ids));
    }

    @Override
    public String heads(String sequence, int heads, int width) {
        return line("torch.transpose(torch.view(%s, [torch.size(%s, 0), torch.size(%s, 1), %d, %d]), 1, 2)"
                .formatted(sequence, sequence, sequence, heads, width / heads));
    }

    @Override
    public String joinHeads(String heads, int width) {
        return line("torch.reshape(torch.transpose(%s, 1, 2), [torch.size(%s, 0), torch.size(%s, 2), %d])"
                .formatted(heads, heads, heads, width));
    }

    @Override
    public String part(String x, int index, int parts, int width) {
        return line(
                "torch.slice(%s, -1, %d, %d, 1)".formatted(x, index * (width / parts), (index + 1) * (width / parts)));
    }

    @Override
    public String attention(String query, String keys, String values, String mask, int headWidth) {
        String logits = logits(query, keys, headWidth);
        return weighted(line("torch.add(%s, %s)".formatted(logits, mask)), values);
    }

    @Override
    public String attention(String query, String keys, String values, int headWidth) {
        return weighted(logits(query, keys, headWidth), values);
    }

    private String logits(String query, String keys, int headWidth) {
        String scaled = scale(query, 1 / Math.sqrt(headWidth));
        return line("torch.matmul(%s, torch.transpose(%s, 2, 3))".formatted(scaled, keys));
    }

    private String weighted(String logits, String values) {
        String shares = line("torch.softmax(" + logits + ", -1)");
        return line("torch.matmul(%s, %s)".formatted(halved(shares), values));
    }

    @Override
    public String scale(String x, double factor) {
        return line("torch.mul(%s, %s)".formatted(x, factor));
    }

    private String trained(String name, Start start, boolean decayed, int... shape) {
        return module.parameter(
                new ParameterSpec(name, Arrays.stream(shape).boxed().toList(), start, true, decayed));
    }

    private String statistic(String name, Start start, int... shape) {
        return module.parameter(
                new ParameterSpec(name, Arrays.stream(shape).boxed().toList(), start, false, false));
    }
}
