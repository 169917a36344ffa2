package sigmark.app.work.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.StepTimes;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/**
 * A run as JSON Lines: what was run where, then a page a line. Pages go by name and true boxes by their place among the
 * page's regions, so that the run fits any copy of the project. Probabilities of single tokens are left out.
 */
public final class RecordedRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double DIGITS = 1e4;

    private RecordedRun() {}

    /** The lines of a stored run. */
    public static List<String> write(ProjectStore store, StoredRun run) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(JSON.writeValueAsString(head(run)));
        Map<String, Page> pages = new LinkedHashMap<>();
        store.pages().list(SliceQuery.ALL).forEach(page -> pages.put(page.id(), page));
        for (Map.Entry<String, PagePrediction> entry :
                store.runs().predictions(run.id()).entrySet()) {
            Optional<Page> page = Optional.ofNullable(pages.get(entry.getKey()));
            if (page.isPresent()) {
                lines.add(JSON.writeValueAsString(page(store, page.get(), entry.getValue())));
            }
        }
        return lines;
    }

    private static ObjectNode head(StoredRun run) {
        RunEnvironment of = run.environment();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("pipeline", run.pipeline())
                .put("detector", run.detectorHash())
                .put("recognizer", run.recognizerHash())
                .put("query", run.query())
                .put("warmUp", run.warmUpPages());
        node.putObject("environment")
                .put("device", of.device())
                .put("deviceReason", of.deviceReason())
                .put("processor", of.processor())
                .put("cores", of.cores())
                .put("threads", of.threads())
                .put("memoryBytes", of.memoryBytes())
                .put("operatingSystem", of.operatingSystem())
                .put("java", of.java())
                .put("engine", of.engine())
                .put("sigmark", of.sigmark());
        return node;
    }

    private static ObjectNode page(ProjectStore store, Page page, PagePrediction prediction) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("page", page.name());
        StepTimes times = prediction.times();
        node.putArray("nanos")
                .add(times.decode())
                .add(times.detect())
                .add(times.crop())
                .add(times.classify())
                .add(times.recognize());
        ArrayNode regions = node.putArray("regions");
        for (RegionPrediction one : prediction.regions()) {
            Box box = one.detection().box();
            ObjectNode region = regions.addObject();
            region.putArray("box")
                    .add(rounded(box.left()))
                    .add(rounded(box.top()))
                    .add(rounded(box.right()))
                    .add(rounded(box.bottom()));
            region.put("kind", one.detection().kind().word())
                    .put("writing", one.detection().writing().word())
                    .put("found", rounded(one.detection().score()));
            reading(region, one.reading());
        }
        ObjectNode alone = node.putObject("onTrueBoxes");
        List<FormulaRegion> labels = store.regions().ofPage(page.id(), Layer.HUMAN);
        for (int i = 0; i < labels.size(); i++) {
            Reading reading = prediction.onTrueBoxes().get(labels.get(i).id());
            if (reading != null) {
                reading(alone.putObject(String.valueOf(i)), reading);
            }
        }
        return node;
    }

    private static void reading(ObjectNode node, Reading reading) {
        node.put("latex", reading.latex()).put("score", rounded(reading.score()));
        ArrayNode others = node.putArray("others");
        reading.alternatives().stream()
                .limit(2)
                .forEach(other -> others.addArray().add(other.latex()).add(rounded(other.score())));
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }

    /** Puts the run of such lines into a project with the same pages. */
    static StoredRun add(ProjectStore store, String lines) throws IOException {
        List<String> all = lines.lines().filter(line -> !line.isBlank()).toList();
        JsonNode head = JSON.readTree(all.get(0));
        long run = store.runs()
                .begin(new RunStart(
                        head.path("pipeline").asText(),
                        head.path("detector").asText(),
                        head.path("recognizer").asText(),
                        head.path("query").asText(),
                        head.path("warmUp").asInt(),
                        environment(head.path("environment"))));
        Map<String, Page> byName = new HashMap<>();
        store.pages().list(SliceQuery.ALL).forEach(page -> byName.put(page.name(), page));
        Map<String, PagePrediction> byPage = new LinkedHashMap<>();
        for (String line : all.subList(1, all.size())) {
            JsonNode node = JSON.readTree(line);
            Page page = byName.get(node.path("page").asText());
            if (page == null) {
                throw new IOException("no page " + node.path("page").asText());
            }
            byPage.put(page.id(), prediction(store, page, node));
        }
        store.runs().putAll(run, byPage);
        return store.runs().finish(run);
    }

    private static RunEnvironment environment(JsonNode node) {
        return new RunEnvironment(
                node.path("device").asText(),
                node.path("deviceReason").asText(),
                node.path("processor").asText(),
                node.path("cores").asInt(),
                node.path("threads").asInt(),
                node.path("memoryBytes").asLong(),
                node.path("operatingSystem").asText(),
                node.path("java").asText(),
                node.path("engine").asText(),
                node.path("sigmark").asText());
    }

    private static PagePrediction prediction(ProjectStore store, Page page, JsonNode node) {
        JsonNode nanos = node.path("nanos");
        StepTimes times = new StepTimes(
                nanos.path(0).asLong(),
                nanos.path(1).asLong(),
                nanos.path(2).asLong(),
                nanos.path(3).asLong(),
                nanos.path(4).asLong());
        List<RegionPrediction> regions = new ArrayList<>();
        for (JsonNode region : node.path("regions")) {
            JsonNode box = region.path("box");
            Detection found = new Detection(
                    new Box(
                            box.path(0).asDouble(),
                            box.path(1).asDouble(),
                            box.path(2).asDouble(),
                            box.path(3).asDouble()),
                    FormulaKind.valueOf(upper(region.path("kind"))),
                    Writing.valueOf(upper(region.path("writing"))),
                    region.path("found").asDouble());
            regions.add(new RegionPrediction(found, reading(region)));
        }
        List<FormulaRegion> labels = store.regions().ofPage(page.id(), Layer.HUMAN);
        Map<String, Reading> alone = new HashMap<>();
        node.path("onTrueBoxes")
                .properties()
                .forEach(entry ->
                        alone.put(labels.get(Integer.parseInt(entry.getKey())).id(), reading(entry.getValue())));
        return new PagePrediction(regions, alone, times, Optional.empty());
    }

    private static String upper(JsonNode word) {
        return word.asText().toUpperCase(java.util.Locale.ROOT);
    }

    private static Reading reading(JsonNode node) {
        List<Reading.Alternative> others = new ArrayList<>();
        node.path("others")
                .forEach(other -> others.add(new Reading.Alternative(
                        other.path(0).asText(), other.path(1).asDouble())));
        return new Reading(node.path("latex").asText(), node.path("score").asDouble(), List.of(), others);
    }
}
