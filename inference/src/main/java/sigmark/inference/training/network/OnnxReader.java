package sigmark.inference.training.network;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes weights back out of the ONNX files that {@link OnnxWriter} wrote, by walking through the same network. Batch norm
 * comes back as one that changes nothing but adds the convolution's offset: its running mean is 0 and its deviation 1. So
 * the network computes what the file does; before it is trained on, {@link NormCalibration} gives it true statistics.
 */
public final class OnnxReader implements NetworkWriter {
    /** So that the norm divides by exactly 1. */
    private static final float UNIT_VARIANCE = 1 - 1e-5f;

    private static final String NOTHING = "";

    private final Map<String, float[]> constants = new HashMap<>();
    private final Map<String, ParameterSpec> specs = new HashMap<>();
    private final Weights weights = new Weights();

    /**
     * @param parameters of the network that will be walked through
     * @param files one after the other; the first that has a constant gives it
     * @throws IOException when a file is not ONNX or holds numbers of another kind
     */
    public OnnxReader(List<ParameterSpec> parameters, List<byte[]> files) throws IOException {
        parameters.forEach(spec -> specs.put(spec.name(), spec));
        for (byte[] file : files) {
            try {
                for (TensorProto tensor : ModelProto.parseFrom(file).getGraph().getInitializerList()) {
                    if (specs.containsKey(tensor.getName()) || tensor.getName().endsWith(".bias")) {
                        constants.putIfAbsent(tensor.getName(), floats(tensor));
                    }
                }
            } catch (InvalidProtocolBufferException e) {
                throw new IOException("not an ONNX file", e);
            }
        }
    }

    private static float[] floats(TensorProto tensor) throws IOException {
        if (tensor.getDataType() != TensorProto.DataType.FLOAT.getNumber()
                || tensor.getRawData().isEmpty()) {
            throw new IOException(tensor.getName() + " is not stored as plain floats");
        }
        FloatBuffer buffer = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    /**
     * The weights of the network that was walked through.
     *
     * @throws IllegalArgumentException when the walk did not pass a parameter
     */
    public Weights weights() {
        specs.keySet().forEach(weights::get);
        return weights;
    }

    private float[] constant(String name) {
        float[] found = constants.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the file has no constant " + name);
        }
        return found;
    }

    private void put(String name, float[] values) {
        ParameterSpec spec = specs.get(name);
        if (spec == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        weights.put(spec, values);
    }

    private float[] filled(int size, float value) {
        float[] values = new float[size];
        java.util.Arrays.fill(values, value);
        return values;
    }

    @Override
    public String convolution(String map, Convolution layer) {
        put(layer.name() + ".weight", constant(layer.name() + ".weight"));
        float[] offset = constant(layer.name() + ".bias");
        if (!layer.normalized()) {
            put(layer.name() + ".bias", offset);
            return NOTHING;
        }
        String norm = layer.name() + ".norm";
        put(norm + ".gain", filled(layer.out(), 1));
        put(norm + ".offset", offset);
        put(norm + ".mean", filled(layer.out(), 0));
        put(norm + ".variance", filled(layer.out(), UNIT_VARIANCE));
        return NOTHING;
    }

    @Override
    public String linear(String x, String name, int in, int out) {
        float[] turned = constant(name + ".weight");
        if (turned.length != in * out) {
            throw new IllegalArgumentException(name + " has " + turned.length + " weights, not " + in * out);
        }
        float[] rows = new float[turned.length];
        for (int i = 0; i < in; i++) {
            for (int o = 0; o < out; o++) {
                rows[o * in + i] = turned[i * out + o];
            }
        }
        put(name + ".weight", rows);
        put(name + ".bias", constant(name + ".bias"));
        return NOTHING;
    }

    @Override
    public String layerNorm(String x, String name, int width) {
        put(name + ".gain", constant(name + ".gain"));
        put(name + ".offset", constant(name + ".offset"));
        return NOTHING;
    }

    @Override
    public String embedding(String ids, String name, int rows, int width) {
        put(name + ".weight", constant(name + ".weight"));
        return NOTHING;
    }

    @Override
    public String add(String a, String b) {
        return NOTHING;
    }

    @Override
    public String relu(String x) {
        return NOTHING;
    }

    @Override
    public String sigmoid(String x) {
        return NOTHING;
    }

    @Override
    public String upsample(String map) {
        return NOTHING;
    }

    @Override
    public String tiles(String map, int side) {
        return NOTHING;
    }

    @Override
    public String concatenate(List<String> maps) {
        return NOTHING;
    }

    @Override
    public String places(String map) {
        return NOTHING;
    }

    @Override
    public String heads(String sequence, int heads, int width) {
        return NOTHING;
    }

    @Override
    public String joinHeads(String heads, int width) {
        return NOTHING;
    }

    @Override
    public String part(String x, int index, int parts, int width) {
        return NOTHING;
    }

    @Override
    public String attention(String query, String keys, String values, String mask, int headWidth) {
        return NOTHING;
    }

    @Override
    public String attention(String query, String keys, String values, int headWidth) {
        return NOTHING;
    }

    @Override
    public String scale(String x, double factor) {
        return NOTHING;
    }
}
