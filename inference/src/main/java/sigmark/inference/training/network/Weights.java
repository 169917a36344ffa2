package sigmark.inference.training.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values for each parameter of a network, by name. */
public final class Weights {
    private final Map<String, ParameterSpec> specs = new LinkedHashMap<>();
    private final Map<String, float[]> values = new LinkedHashMap<>();

    /** First values, the same for the same seed and network. */
    public static Weights draw(List<ParameterSpec> parameters, long seed) {
        Weights weights = new Weights();
        for (ParameterSpec spec : parameters) {
            weights.put(spec, spec.draw(new Random(seed * 31 + spec.name().hashCode())));
        }
        return weights;
    }

    /** Adds or replaces a parameter's values. */
    public void put(ParameterSpec spec, float[] content) {
        if (content.length != spec.size()) {
            throw new IllegalArgumentException(spec + " takes " + spec.size() + " values, got " + content.length);
        }
        specs.put(spec.name(), spec);
        values.put(spec.name(), content);
    }

    /** The values of a parameter, not a copy. */
    public float[] get(String name) {
        float[] found = values.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return found;
    }

    /** Whether the network has a parameter of this name. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public List<ParameterSpec> parameters() {
        return new ArrayList<>(specs.values());
    }

    /** Number of trained values. */
    public long trainedCount() {
        return specs.values().stream()
                .filter(ParameterSpec::trained)
                .mapToLong(ParameterSpec::size)
                .sum();
    }

    /** Writes names and values; shapes are the network's to know. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (Map.Entry<String, float[]> entry : values.entrySet()) {
            out.writeUTF(entry.getKey());
            writeFloats(out, entry.getValue());
        }
    }

    /** Reads what {@link #write} wrote, for a network that must have the same parameters. */
    public static Weights read(DataInputStream in, List<ParameterSpec> parameters) throws IOException {
        Map<String, float[]> found = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            found.put(in.readUTF(), readFloats(in));
        }
        Weights weights = new Weights();
        for (ParameterSpec spec : parameters) {
            float[] content = found.remove(spec.name());
            if (content == null || content.length != spec.size()) {
                throw new IOException("the file has no fitting values for " + spec);
            }
            weights.put(spec, content);
        }
        if (!found.isEmpty()) {
            throw new IOException("the file has values for " + found.keySet() + ", the network has not");
        }
        return weights;
    }

    static void writeFloats(DataOutputStream out, float[] content) throws IOException {
        out.writeInt(content.length);
        byte[] bytes = new byte[content.length * 4];
        java.nio.ByteBuffer.wrap(bytes).asFloatBuffer().put(content);
        out.write(bytes);
    }

    static float[] readFloats(DataInputStream in) throws IOException {
        float[] content = new float[in.readInt()];
        byte[] bytes = in.readNBytes(content.length * 4);
        if (bytes.length != content.length * 4) {
            throw new IOException("the file ends in the middle of an array");
        }
        java.nio.ByteBuffer.wrap(bytes).asFloatBuffer().get(content);
        return content;
    }
}
