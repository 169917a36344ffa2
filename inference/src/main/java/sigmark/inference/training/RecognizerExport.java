package sigmark.inference.training;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.training.network.OnnxGraph;
import sigmark.inference.training.network.OnnxGraph.Kind;
import sigmark.inference.training.network.OnnxWriter;
import sigmark.inference.training.network.Weights;

/**
 * A trained recognizer as two ONNX files. The encoder gives, for each decoder layer, the crop's keys and values; the
 * decoder takes one token and what it remembers of those before, and gives logits and the longer memory.
 */
public final class RecognizerExport {
    private static final List<String> HEADS_OF_CROP = List.of("crops", "heads", "places", "headWidth");

    private final RecognizerNetwork network;
    private final Weights weights;

    public RecognizerExport(RecognizerNetwork network, Weights weights) {
        this.network = network;
        this.weights = weights;
    }

    /** {@code picture [crops, 1, rows, columns]}, {@code places [1, places, width]} to {@code key0, value0, key1 …}. */
    public byte[] encoder() {
        OnnxGraph graph = new OnnxGraph("recognizer-encoder");
        String width = String.valueOf(network.shape().width());
        graph.input("picture", Kind.FLOAT, List.of("crops", "1", "rows", "columns"));
        graph.input("places", Kind.FLOAT, List.of("1", "places", width));
        OnnxWriter writer = new OnnxWriter(graph, weights);
        String memory = network.encode(writer, "picture", "places");
        for (int layer = 0; layer < network.shape().layers(); layer++) {
            graph.output(network.keys(writer, memory, layer), "key" + layer, Kind.FLOAT, HEADS_OF_CROP);
            graph.output(network.values(writer, memory, layer), "value" + layer, Kind.FLOAT, HEADS_OF_CROP);
        }
        return graph.bytes();
    }

    /**
     * {@code token [answers, 1]}, {@code order [1, 1, width]}, {@code shade [crops, 1, 1, places]}, the encoder's keys
     * and values (of one crop, or of a crop for each answer), {@code pastKey0 [answers, heads, before, headWidth]}, {@code pastValue0} … to {@code logits [answers,
     * 1, vocabulary]}, {@code nextKey0}, {@code nextValue0} ….
     */
    public byte[] decoder() {
        OnnxGraph graph = new OnnxGraph("recognizer-decoder");
        RecognizerShape shape = network.shape();
        String heads = String.valueOf(shape.heads());
        String headWidth = String.valueOf(shape.width() / shape.heads());
        graph.input("token", Kind.LONG, List.of("answers", "1"));
        graph.input("order", Kind.FLOAT, List.of("1", "1", String.valueOf(shape.width())));
        graph.input("shade", Kind.FLOAT, List.of("crops", "1", "1", "places"));
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (String name : List.of("key", "value")) {
                graph.input(name + layer, Kind.FLOAT, List.of("crops", heads, "places", headWidth));
            }
            for (String name : List.of("pastKey", "pastValue")) {
                graph.input(name + layer, Kind.FLOAT, List.of("answers", heads, "before", headWidth));
            }
        }
        OnnxWriter writer = new OnnxWriter(graph, weights);
        String state = writer.add(network.embed(writer, "token"), "order");
        List<String> memories = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            List<String> parts = network.selfParts(writer, state, layer);
            String keys = longer(graph, "pastKey" + layer, parts.get(1));
            String values = longer(graph, "pastValue" + layer, parts.get(2));
            memories.add(keys);
            memories.add(values);
            state = network.attendStep(writer, state, parts.get(0), keys, values, layer);
            state = network.lookAt(writer, state, "key" + layer, "value" + layer, "shade", layer);
            state = network.feedForward(writer, state, layer);
        }
        graph.output(
                network.answer(writer, state),
                "logits",
                Kind.FLOAT,
                List.of("answers", "1", String.valueOf(network.vocabulary())));
        for (int layer = 0; layer < shape.layers(); layer++) {
            List<String> sizes = List.of("answers", heads, "now", headWidth);
            graph.output(memories.get(2 * layer), "nextKey" + layer, Kind.FLOAT, sizes);
            graph.output(memories.get(2 * layer + 1), "nextValue" + layer, Kind.FLOAT, sizes);
        }
        return graph.bytes();
    }

    private static String longer(OnnxGraph graph, String past, String now) {
        return graph.node("Concat", List.of(past, now), OnnxGraph.attribute("axis", 2));
    }
}
