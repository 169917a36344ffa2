package sigmark.labeling.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
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
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Problem;
import sigmark.labeling.project.BoxTurn;

/**
 * What a pipeline answered for a page as one JSON text; times stand in columns of their own, but for the classifier's,
 * which few pipelines have.
 */
final class PredictionJson {
    private PredictionJson() {}

    static String write(PagePrediction prediction) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        var regions = root.putArray("regions");
        for (RegionPrediction region : prediction.regions()) {
            Detection found = region.detection();
            Box box = found.box();
            ObjectNode node = regions.addObject();
            node.putArray("box").add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
            node.put("kind", Words.word(found.kind())).put("writing", Words.word(found.writing()));
            node.put("score", found.score());
            node.set("reading", object(region.reading()));
        }
        ObjectNode onTrueBoxes = root.putObject("onTrueBoxes");
        prediction.onTrueBoxes().forEach((id, reading) -> onTrueBoxes.set(id, object(reading)));
        prediction.failure().ifPresent(problem -> root.set("failure", object(problem)));
        if (prediction.times().classify() > 0) {
            root.put("classifyNanos", prediction.times().classify());
        }
        return RecordJson.write(root);
    }

    /** The prediction with its boxes turned to how the page lies now. */
    static PagePrediction read(String body, StepTimes times, int turns, int width, int height) {
        JsonNode root = RecordJson.read(body);
        List<RegionPrediction> regions = new ArrayList<>();
        for (JsonNode node : root.required("regions")) {
            JsonNode corner = node.required("box");
            Box box = new Box(
                    corner.get(0).doubleValue(),
                    corner.get(1).doubleValue(),
                    corner.get(2).doubleValue(),
                    corner.get(3).doubleValue());
            Detection found = new Detection(
                    BoxTurn.turn(box, turns, width, height),
                    Words.of(FormulaKind.class, RecordJson.text(node, "kind")),
                    Words.of(Writing.class, RecordJson.text(node, "writing")),
                    node.required("score").doubleValue());
            regions.add(new RegionPrediction(found, reading(node.required("reading"))));
        }
        Map<String, Reading> onTrueBoxes = new HashMap<>();
        root.required("onTrueBoxes")
                .properties()
                .forEach(field -> onTrueBoxes.put(field.getKey(), reading(field.getValue())));
        Optional<Problem> failure = Optional.ofNullable(root.get("failure")).map(PredictionJson::problem);
        StepTimes all = new StepTimes(
                times.decode(),
                times.detect(),
                times.crop(),
                root.path("classifyNanos").asLong(),
                times.recognize());
        return new PagePrediction(regions, onTrueBoxes, all, failure);
    }

    private static ObjectNode object(Reading reading) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("latex", reading.latex()).put("score", reading.score());
        var tokens = node.putArray("tokens");
        reading.tokens().forEach(token -> tokens.add(token.token()).add(token.probability()));
        node.set("alternatives", RecordJson.array(reading.alternatives()));
        return node;
    }

    private static Reading reading(JsonNode node) {
        List<Reading.TokenScore> tokens = new ArrayList<>();
        JsonNode pairs = node.required("tokens");
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            tokens.add(new Reading.TokenScore(
                    pairs.get(i).textValue(), pairs.get(i + 1).doubleValue()));
        }
        return new Reading(
                RecordJson.text(node, "latex"),
                node.required("score").doubleValue(),
                tokens,
                RecordJson.alternatives(node.required("alternatives")));
    }

    private static ObjectNode object(Problem problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("code", problem.code()).put("where", problem.where());
        ObjectNode facts = node.putObject("facts");
        problem.facts().forEach(facts::put);
        return node;
    }

    private static Problem problem(JsonNode node) {
        Map<String, String> facts = new HashMap<>();
        node.required("facts")
                .properties()
                .forEach(field -> facts.put(field.getKey(), field.getValue().textValue()));
        return new Problem(RecordJson.text(node, "code"), RecordJson.text(node, "where"), facts);
    }
}
