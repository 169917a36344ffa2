package sigmark.inference.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sigmark.inference.classify.InkRule;
import sigmark.inference.classify.WritingClassifier;
import sigmark.inference.detect.Detector;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelFiles;
import sigmark.inference.model.ModelStore;
import sigmark.inference.recognize.Recognizer;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * The pipelines at hand: those shipped ({@code /sigmark/models/pipelines.yaml}) and the user's (a folder of YAML files of
 * the same form). Opening one loads its models.
 */
public final class Pipelines {
    /** The pipeline that is meant when none is named. */
    public static final String DEFAULT = "default";

    private static final String SHIPPED = "/sigmark/models/pipelines.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final ModelStore models;
    private final Path folder;
    private final Engines engines;
    private final int threads;

    /** Makes working models out of their files. */
    public interface Engines {
        Detector detector(ModelFiles files, Device device, int threads);

        Recognizer recognizer(ModelFiles files, Device device, int threads);
    }

    /** Rules that stand in for a trained classifier; a model's name is not among them yet. */
    private static final Map<String, Supplier<WritingClassifier>> RULES = Map.of(InkRule.NAME, InkRule::new);

    /**
     * @param folder the user's pipelines; need not exist
     * @param threads worker threads that a pipeline may use, at least 1
     */
    public Pipelines(ModelStore models, Path folder, Engines engines, int threads) {
        this.models = models;
        this.folder = folder;
        this.engines = engines;
        this.threads = Math.max(1, threads);
    }

    public int threads() {
        return threads;
    }

    public ModelStore models() {
        return models;
    }

    /** All descriptions, shipped ones first. */
    public List<PipelineDescription> list() {
        Map<String, PipelineDescription> byName = new LinkedHashMap<>();
        try (InputStream shipped = Pipelines.class.getResourceAsStream(SHIPPED)) {
            if (shipped != null) {
                describe(YAML.readTree(shipped), SHIPPED).forEach(d -> byName.put(d.name(), d));
            }
        } catch (IOException broken) {
            throw broken(SHIPPED, String.valueOf(broken.getMessage()));
        }
        for (Path file : userFiles()) {
            try {
                describe(YAML.readTree(file.toFile()), file.toString()).forEach(d -> byName.put(d.name(), d));
            } catch (IOException broken) {
                throw broken(file.toString(), String.valueOf(broken.getMessage()));
            }
        }
        return List.copyOf(byName.values());
    }

    /**
     * Loads the models of a pipeline.
     *
     * @throws ProblemException {@code pipeline.unknown}, {@code pipeline.broken}, or what {@link ModelStore#open} says
     */
    public Pipeline open(String name, Device device) {
        PipelineDescription description = list().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "pipeline.unknown",
                        name,
                        "known",
                        String.join(
                                ", ",
                                list().stream().map(PipelineDescription::name).toList()))));
        Recognizer recognizer = engines.recognizer(models.open(description.recognizer()), device, threads);
        Optional<Pipeline.Branch> branch = Optional.empty();
        try {
            branch = description.branch().map(way -> branch(description, way, recognizer, device));
            Optional<Detector> detector =
                    description.detector().map(model -> engines.detector(models.open(model), device, threads));
            return new Pipeline(description, detector, branch, recognizer);
        } catch (RuntimeException failed) {
            branch.filter(way -> way.handwritten() != recognizer)
                    .ifPresent(way -> way.handwritten().close());
            recognizer.close();
            throw failed;
        }
    }

    private Pipeline.Branch branch(
            PipelineDescription description, PipelineDescription.Branch way, Recognizer printed, Device device) {
        WritingClassifier classifier = classifier(description.name(), way.classifier());
        boolean same = way.handwritten().equals(description.recognizer());
        return new Pipeline.Branch(
                classifier, same ? printed : engines.recognizer(models.open(way.handwritten()), device, threads));
    }

    private static WritingClassifier classifier(String pipeline, String name) {
        Supplier<WritingClassifier> rule = RULES.get(name);
        if (rule == null) {
            throw broken(pipeline, "no classifier " + name + "; known: " + String.join(", ", RULES.keySet()));
        }
        return rule.get();
    }

    /** Whether a classifier of that name is a rule of ours and not a trained model. */
    public static boolean isRule(String classifier) {
        return RULES.containsKey(classifier);
    }

    private List<Path> userFiles() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw broken(folder.toString(), String.valueOf(unreadable.getMessage()));
        }
    }

    private static List<PipelineDescription> describe(JsonNode document, String where) {
        List<PipelineDescription> descriptions = new ArrayList<>();
        Iterable<JsonNode> entries = document.isArray() ? document : List.of(document);
        for (JsonNode entry : entries) {
            try {
                descriptions.add(new PipelineDescription(
                        required(entry, "name"),
                        entry.path("version").asInt(1),
                        Optional.ofNullable(entry.get("detector")).map(JsonNode::asText),
                        branch(entry),
                        required(entry, "recognizer"),
                        new PipelineSettings(
                                entry.path("scoreFrom").asDouble(PipelineSettings.DEFAULT.scoreFrom()),
                                entry.path("cropMargin").asDouble(PipelineSettings.DEFAULT.cropMargin()))));
            } catch (IllegalArgumentException wrong) {
                throw broken(where, String.valueOf(wrong.getMessage()));
            }
        }
        return descriptions;
    }

    private static Optional<PipelineDescription.Branch> branch(JsonNode entry) {
        if (!entry.hasNonNull("classifier")) {
            return Optional.empty();
        }
        return Optional.of(new PipelineDescription.Branch(
                required(entry, "classifier"),
                entry.hasNonNull("handwritten") ? required(entry, "handwritten") : required(entry, "recognizer")));
    }

    private static String required(JsonNode entry, String field) {
        JsonNode value = entry.get(field);
        if (value == null || value.asText().isBlank()) {
            throw new IllegalArgumentException("no field " + field);
        }
        return value.asText();
    }

    private static ProblemException broken(String where, String reason) {
        return new ProblemException(Problem.of("pipeline.broken", where, "reason", reason));
    }
}
