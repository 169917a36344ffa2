package sigmark.inference.training.detector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sigmark.inference.detect.Detector;
import sigmark.inference.detect.OnnxDetector;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelStore;
import sigmark.inference.synthesis.Typefaces;
import sigmark.inference.training.Checkpoint;
import sigmark.inference.training.Processor;
import sigmark.inference.training.TrainingCurve;

/**
 * Makes a model folder that the pipeline can run from what {@link TrainDetector} left: the ONNX file and a card with
 * architecture, training, learning curve, scores, and the notes (name, licence, data, failures) of a YAML file.
 */
public final class DetectorRelease {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String FILE = "model.onnx";
    private static final int CURVE_POINTS = 40;
    private static final double EM = 13.5;
    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 0.7;
    private static final double USUAL = 0.5;

    private final DetectorSettings settings;
    private final Path run;
    private final DetectorNetwork network;

    /** @param run folder of the run */
    public DetectorRelease(DetectorSettings settings, Path run) {
        this.settings = settings;
        this.run = run;
        network = new DetectorNetwork(settings.shape());
    }

    /** Arguments: settings file, folder of the run, file of notes, folder for the model. */
    public static void main(String[] arguments) throws IOException {
        JsonNode notes = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of(arguments[2]).toFile());
        new DetectorRelease(DetectorSettings.read(Path.of(arguments[0])), Path.of(arguments[1]))
                .write(notes, Path.of(arguments[3]));
    }

    /**
     * Writes the model, in the state that was best on other data where the run looked at some; an older one there is
     * overwritten.
     *
     * @param notes name, version, task, licence, and whatever else the card should say
     */
    public void write(JsonNode notes, Path target) throws IOException {
        Path best = run.resolve(TrainDetector.BEST);
        Checkpoint checkpoint = Checkpoint.read(
                Files.exists(best) ? best : run.resolve(TrainDetector.CHECKPOINT),
                network.module().parameters());
        byte[] model = DetectorExport.onnx(network, checkpoint.weights());
        Files.createDirectories(target);
        Files.write(target.resolve(FILE), model);
        KnownDetector.write(checkpoint.weights(), target);
        ObjectNode card = card(notes, checkpoint, ModelStore.hash(List.of(model)));
        if (settings.scoredPages() > 0) {
            measure(card, model);
        }
        notes.properties().forEach(field -> {
            if (!card.has(field.getKey())) {
                card.set(field.getKey(), field.getValue());
            }
        });
        Files.writeString(target.resolve("card.json"), JSON.writeValueAsString(card) + "\n");
    }

    private ObjectNode card(JsonNode written, Checkpoint checkpoint, String hash) throws IOException {
        ObjectNode card = JSON.createObjectNode();
        for (String head : List.of("name", "version", "task", "licence")) {
            card.set(head, written.path(head));
        }
        card.putArray("files").add(FILE);
        card.put("sha256", hash);
        card.put("parameters", checkpoint.weights().trainedCount());
        card.put("engine", "ONNX Runtime");
        ObjectNode input = card.putObject("input");
        input.put("em", EM).put("cell", DetectorNetwork.STRIDE).put("multiple", DetectorNetwork.MULTIPLE);
        input.put(
                "normalization",
                "grey; the light of the page is levelled: ink is 1 where it is as dark as the page's ink, 0 where it"
                        + " is as light as the paper around it; the page is resized so that the em of its running text,"
                        + " estimated from connected ink, is 13.5 pixels");
        ObjectNode output = card.putObject("output").put("scoreFrom", USUAL);
        output.putArray("classes").add("inline").add("display");
        output.put(
                "form",
                "a cell of 4x4 pixels: two logits of lying inside a formula, four logarithms of the distances to its"
                        + " edges in cells");
        card.set("architecture", architecture());
        card.set("training", training(checkpoint));
        return card;
    }

    private ObjectNode architecture() {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", "fully convolutional, FCOS-like, one level at stride 4");
        ObjectNode channels = node.putObject("channels");
        ObjectNode blocks = node.putObject("blocks");
        for (int i = 0; i < DetectorShape.STRIDES.size(); i++) {
            String stride = String.valueOf(DetectorShape.STRIDES.get(i));
            channels.put(stride, settings.shape().channels().get(i));
            if (i > 0) {
                blocks.put(stride, settings.shape().blocks().get(i - 1));
            }
        }
        node.put("topDown", settings.shape().topDown());
        return node;
    }

    private ObjectNode training(Checkpoint checkpoint) {
        ObjectNode node = JSON.createObjectNode();
        node.put("steps", checkpoint.step());
        node.put("patches", checkpoint.samples());
        node.put("patch", settings.patchWidth() + "x" + settings.patchHeight() + ", " + settings.samples() + " a step");
        node.put("cpuHours", Math.round(checkpoint.cpuSeconds() / 36) / 100.0);
        node.put("precision", Processor.knowsBfloat16() ? "bfloat16" : "float32");
        node.put("optimizer", "AdamW");
        node.put("peakRate", settings.plan().peakRate());
        node.put("seed", checkpoint.seed());
        ArrayNode curve = node.putArray("curve");
        List<TrainingCurve.Point> points = new TrainingCurve(run.resolve("curve.csv")).points();
        int every = Math.max(1, points.size() / CURVE_POINTS);
        for (int i = 0; i < points.size(); i++) {
            if (i % every == 0 || i == points.size() - 1) {
                TrainingCurve.Point point = points.get(i);
                curve.addObject()
                        .put("step", point.step())
                        .put("patches", point.samples())
                        .put("loss", point.loss())
                        .put("cellF1", point.accuracy());
            }
        }
        return node;
    }

    /** Chooses the score from which boxes count on pages of their own, then scores on pages in fonts never trained on. */
    private void measure(ObjectNode card, byte[] model) throws IOException {
        Typefaces typefaces = Typefaces.installed(settings.fonts());
        int count = settings.scoredPages();
        double scoreFrom;
        try (Detector detector = open(card, model, LOWEST)) {
            DetectorEvaluation tuning = DetectorEvaluation.tuning(typefaces);
            List<DetectorEvaluation.Looked> looked = new ArrayList<>(tuning.look(detector, count, false));
            looked.addAll(tuning.look(detector, count, true));
            scoreFrom = best(looked);
        }
        ((ObjectNode) card.path("output")).put("scoreFrom", scoreFrom);
        ObjectNode scores = card.putObject("scores");
        scores.put(
                "on",
                "drawn pages of seeds never trained on, 100 to 200 dpi, in text fonts never trained on where they are"
                        + " installed; photos are the same pages through the photo model");
        scores.put("pages", count);
        try (Detector detector = open(card, model, scoreFrom)) {
            DetectorEvaluation evaluation = DetectorEvaluation.heldOut(typefaces);
            scores.set("clean", scores(evaluation.scores(detector, count, false)));
            scores.set("photo", scores(evaluation.scores(detector, count, true)));
            List<DetectorEvaluation.Looked> labeled = labeled(detector, count);
            if (!labeled.isEmpty()) {
                scores.set(
                        "labeledValidation",
                        scores(DetectorEvaluation.scores(labeled, 0)).put("pages", labeled.size()));
            }
        }
    }

    private static double best(List<DetectorEvaluation.Looked> looked) {
        double best = USUAL;
        double most = 0;
        for (double from = LOWEST; from <= HIGHEST; from += 0.05) {
            double f1 = DetectorEvaluation.scores(looked, from).get(0).f1();
            if (f1 > most) {
                most = f1;
                best = from;
            }
        }
        return Math.round(best * 100) / 100.0;
    }

    private List<DetectorEvaluation.Looked> labeled(Detector detector, int most) throws IOException {
        LabeledPages pages = LabeledPages.read(settings.pages(), "validation");
        List<DetectorEvaluation.Looked> looked = new ArrayList<>();
        for (int i = 0; i < Math.min(most, pages.size()); i++) {
            pages.whole(i)
                    .ifPresent(page ->
                            looked.add(new DetectorEvaluation.Looked(page.formulas(), detector.detect(page.image()))));
        }
        return looked;
    }

    /** The model with another threshold, opened as the product does. */
    private Detector open(ObjectNode card, byte[] model, double scoreFrom) throws IOException {
        ObjectNode tried = card.deepCopy();
        ((ObjectNode) tried.path("output")).put("scoreFrom", scoreFrom);
        Path models = run.resolve("scored");
        Path folder = Files.createDirectories(models.resolve("detector"));
        Files.write(folder.resolve(FILE), model);
        Files.writeString(folder.resolve("card.json"), tried.toString());
        return OnnxDetector.of(new ModelStore(List.of(models)).open("detector"), Device.CPU, 1);
    }

    private static ObjectNode scores(List<DetectorScores> scores) {
        ObjectNode node = JSON.createObjectNode();
        for (DetectorScores score : scores) {
            node.putObject(String.format(Locale.ROOT, "iou%.0f", score.overlap() * 100))
                    .put("precision", rounded(score.precision()))
                    .put("recall", rounded(score.recall()))
                    .put("f1", rounded(score.f1()))
                    .put("formulas", score.truth());
        }
        return node;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
