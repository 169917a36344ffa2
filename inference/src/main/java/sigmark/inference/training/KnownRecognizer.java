package sigmark.inference.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.model.ModelFiles;
import sigmark.inference.model.ModelStore;
import sigmark.inference.recognize.CropScaling;
import sigmark.inference.recognize.Vocabulary;
import sigmark.inference.training.network.OnnxReader;
import sigmark.inference.training.network.Weights;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * A recognizer that training can go on from: the shape that its card states, its vocabulary, and its weights, as training
 * left them or taken out of its ONNX files.
 *
 * @param folded whether they come from ONNX, with batch norm folded into the convolutions
 */
public record KnownRecognizer(RecognizerShape shape, Vocabulary vocabulary, Weights weights, boolean folded) {
    private static final String WEIGHTS = "training.weights";

    /** Puts the weights beside a model's own files. */
    static void write(Weights weights, Path model) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(model.resolve(WEIGHTS)))) {
            weights.write(out);
        }
    }

    /**
     * Reads a model.
     *
     * @throws ProblemException {@code training.no-weights} when it is no recognizer of ours
     */
    public static KnownRecognizer read(ModelStore models, String name) {
        ModelFiles files = models.open(name);
        try {
            RecognizerShape shape = shape(files.card().document());
            Vocabulary vocabulary = new Vocabulary(
                    files.text(TrainRecognizer.VOCABULARY).lines().toList());
            RecognizerNetwork network = new RecognizerNetwork(shape, vocabulary.size());
            var parameters = network.module().parameters();
            Optional<byte[]> bytes = models.beside(name, WEIGHTS);
            if (bytes.isPresent()) {
                var in = new DataInputStream(new ByteArrayInputStream(bytes.get()));
                return new KnownRecognizer(shape, vocabulary, Weights.read(in, parameters), false);
            }
            OnnxReader reader =
                    new OnnxReader(parameters, List.of(files.bytes("encoder.onnx"), files.bytes("decoder.onnx")));
            network.walk(reader);
            return new KnownRecognizer(shape, vocabulary, reader.weights(), true);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(Problem.of("training.no-weights", name), e);
        }
    }

    private static RecognizerShape shape(JsonNode card) {
        JsonNode network = card.path("architecture");
        JsonNode input = card.path("input");
        return new RecognizerShape(
                numbers(network.path("channels")),
                numbers(network.path("blocks")),
                network.path("width").asInt(),
                network.path("heads").asInt(),
                network.path("inner").asInt(),
                network.path("layers").asInt(),
                network.path("maxTokens").asInt(),
                new CropScaling(
                        input.path("signHeight").asInt(),
                        input.path("margin").asInt(),
                        input.path("maxHeight").asInt(),
                        input.path("maxWidth").asInt()));
    }

    private static List<Integer> numbers(JsonNode list) {
        List<Integer> numbers = new ArrayList<>();
        list.forEach(each -> numbers.add(each.asInt()));
        return numbers;
    }
}
