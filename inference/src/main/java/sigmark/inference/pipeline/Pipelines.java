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
import java.util.stream.Stream;
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
        try {
            Optional<Detector> detector =
                    description.detector().map(model -> engines.detector(models.open(model), device, threads));
            return new Pipeline(description, detector, recognizer);
        } catch (RuntimeException failed) {
            recognizer.close();
            throw failed;
        }
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
