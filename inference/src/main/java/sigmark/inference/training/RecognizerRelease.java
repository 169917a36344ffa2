package sigmark.inference.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.model.ModelStore;
import sigmark.inference.recognize.Vocabulary;

/**
 * Makes a model folder that the pipeline can run from what {@link TrainRecognizer} left: two ONNX files, the vocabulary,
 * and a card with architecture, training, learning curve and the notes (name, licence, data, failures, scores) of a YAML
 * file.
 */
public final class RecognizerRelease {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final List<String> FILES = List.of("encoder.onnx", "decoder.onnx", "vocabulary.txt");
    private static final int CURVE_POINTS = 40;

    private final RecognizerSettings settings;
    private final Path run;

    /**
     * @param run folder of the run
     */
    public RecognizerRelease(RecognizerSettings settings, Path run) {
        this.settings = settings;
        this.run = run;
    }

    /** Arguments: settings file, folder of the run, file of notes, folder for the model. */
    public static void main(String[] arguments) throws IOException {
        new RecognizerRelease(RecognizerSettings.read(Path.of(arguments[0])), Path.of(arguments[1]))
                .write(Path.of(arguments[2]), Path.of(arguments[3]));
    }

    /** Writes the model with the notes of a YAML file; an older one there is overwritten. */
    public void write(Path notes, Path target) throws IOException {
        write(new ObjectMapper(new YAMLFactory()).readTree(notes.toFile()), target);
    }

    /**
     * Writes the model, in the state that was best on other data where the run looked at some; an older one there is
     * overwritten.
     *
     * @param notes name, version, task, licence, and whatever else the card should say
     */
    public void write(JsonNode notes, Path target) throws IOException {
        Vocabulary vocabulary = new Vocabulary(Files.readAllLines(run.resolve("vocabulary.txt")));
        RecognizerNetwork network = new RecognizerNetwork(settings.shape(), vocabulary.size());
        Path best = run.resolve(TrainRecognizer.BEST);
        Checkpoint checkpoint = Checkpoint.read(
                Files.exists(best) ? best : run.resolve(TrainRecognizer.CHECKPOINT),
                network.module().parameters());
        RecognizerExport export = new RecognizerExport(network, checkpoint.weights());
        byte[] words = (String.join("\n", vocabulary.lines()) + "\n").getBytes(StandardCharsets.UTF_8);
        List<byte[]> contents = List.of(export.encoder(), export.decoder(), words);
        Files.createDirectories(target);
        for (int i = 0; i < FILES.size(); i++) {
            Files.write(target.resolve(FILES.get(i)), contents.get(i));
        }
        KnownRecognizer.write(checkpoint.weights(), target);
        ObjectNode card = card(notes, checkpoint, vocabulary, ModelStore.hash(contents));
        Files.writeString(target.resolve("card.json"), JSON.writeValueAsString(card) + "\n");
    }

    private ObjectNode card(JsonNode written, Checkpoint checkpoint, Vocabulary vocabulary, String hash)
            throws IOException {
        ObjectNode card = JSON.createObjectNode();
        for (String head : List.of("name", "version", "task", "licence")) {
            card.set(head, written.path(head));
        }
        FILES.forEach(card.putArray("files")::add);
        card.put("sha256", hash);
        card.put("parameters", checkpoint.weights().trainedCount());
        card.put("engine", "ONNX Runtime");
        ObjectNode input = card.putObject("input");
        input.put("signHeight", settings.shape().scaling().signHeight());
        input.put("margin", settings.shape().scaling().margin());
        input.put("maxHeight", settings.shape().scaling().maxHeight());
        input.put("maxWidth", settings.shape().scaling().maxWidth());
        input.put(
                "normalization",
                "grey; paper (median) to 0, strongest ink to 1; cut to the ink; scaled so that the upper middle height"
                        + " of its signs is signHeight pixels; margin pixels of paper around");
        card.putObject("output")
                .put("form", "canonical " + CanonicalForm.VERSION)
                .put("pieces", vocabulary.size());
        card.set("architecture", architecture());
        card.set("training", training(checkpoint));
        written.properties().forEach(field -> {
            if (!card.has(field.getKey())) {
                card.set(field.getKey(), field.getValue());
            }
        });
        return card;
    }

    private ObjectNode architecture() {
        RecognizerShape shape = settings.shape();
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", "convolutional encoder, transformer decoder (pre-norm), key-value cache");
        shape.channels().forEach(node.putArray("channels")::add);
        shape.blocks().forEach(node.putArray("blocks")::add);
        node.put("width", shape.width());
        node.put("heads", shape.heads());
        node.put("inner", shape.inner());
        node.put("layers", shape.layers());
        node.put("maxTokens", shape.maxTokens());
        return node;
    }

    private ObjectNode training(Checkpoint checkpoint) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("steps", checkpoint.step());
        node.put("crops", checkpoint.samples());
        node.put("cpuHours", Math.round(checkpoint.cpuSeconds() / 36) / 100.0);
        node.put("precision", "float32");
        node.put("optimizer", "AdamW");
        node.put("peakRate", settings.plan().peakRate());
        node.put("cropsAStep", settings.samplesABatch());
        node.put("longestPieces", settings.mostPieces());
        node.put("seed", checkpoint.seed());
        ArrayNode curve = node.putArray("curve");
        List<String> lines = Files.readAllLines(run.resolve("curve.csv"));
        for (int i = 0; i < lines.size(); i++) {
            if (i % Math.max(1, lines.size() / CURVE_POINTS) == 0 || i == lines.size() - 1) {
                String[] fields = lines.get(i).split(",");
                ObjectNode point = curve.addObject();
                point.put("step", Long.parseLong(fields[0]));
                point.put("crops", Long.parseLong(fields[1]));
                point.put("loss", Double.parseDouble(fields[3]));
                point.put("tokenAccuracy", Double.parseDouble(fields[4]));
            }
        }
        return node;
    }
}
