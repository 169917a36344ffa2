package sigmark.analysis.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Interval;

/** The document of {@code sigmark compare}. Undefined numbers are left out. */
public final class ComparisonJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ComparisonJson() {}

    /** A candidate's point. */
    public static ObjectNode point(CandidatePoint point) {
        ObjectNode node = NODES.objectNode()
                .put("run", point.run().id())
                .put("pipeline", point.run().pipeline());
        put(node, "right", point.right().estimate());
        point.right().wilson().ifPresent(interval -> interval(node, "rightInterval", interval));
        node.put("formulas", point.right().n());
        put(node, "cdm", point.cdm());
        put(node, "medianPageMs", point.medianMillis());
        point.weights().ifPresent(weights -> node.put("weights", weights));
        return node.put("front", point.front());
    }

    /** Two runs with the lists of who is nearer to the truth where. */
    public static ObjectNode duel(RunTournament.Duel duel) {
        ObjectNode node = NODES.objectNode().put("first", duel.first()).put("second", duel.second());
        numbers(node, duel.comparison());
        node.put("adjustedP", duel.adjustedP());
        samples(node.putArray("firstNearer"), duel.comparison().wins());
        samples(node.putArray("secondNearer"), duel.comparison().losses());
        ArrayNode ties = node.putArray("equallyNear");
        duel.comparison().ties().forEach(pair -> ties.add(pair.first().id()));
        return node;
    }

    /** A slice of two runs. */
    public static ObjectNode slice(SliceComparison slice) {
        ObjectNode node = NODES.objectNode().put("slice", slice.name());
        numbers(node, slice.comparison());
        return node.put("adjustedP", slice.adjustedP());
    }

    private static void numbers(ObjectNode node, RunComparison comparison) {
        node.put("formulas", comparison.exact().n()).put("onlyOneTook", comparison.onlyOne());
        node.put("wins", comparison.wins().size())
                .put("losses", comparison.losses().size())
                .put("ties", comparison.ties().size());
        ObjectNode exact = node.putObject("exactMatch")
                .put("onlyFirst", comparison.exact().onlyFirst())
                .put("onlySecond", comparison.exact().onlySecond());
        put(exact, "difference", comparison.exact().difference());
        comparison.exact().bonettPrice(0.95).ifPresent(interval -> interval(exact, "interval", interval));
        put(exact, "p", comparison.exact().exactP());
        ObjectNode distance = node.putObject("tokenEditDistance");
        comparison.bootstrap().ifPresent(bootstrap -> {
            distance.put("difference", bootstrap.estimate());
            interval(distance, "interval", bootstrap.percentile());
        });
        comparison.distance().ifPresent(test -> distance.put("p", test.p()));
    }

    private static void samples(ArrayNode array, List<SamplePair> pairs) {
        for (SamplePair pair : pairs) {
            ObjectNode node = array.addObject()
                    .put("id", pair.first().id())
                    .put("page", pair.first().page().name())
                    .put("difference", pair.difference());
            pair.first().truth().flatMap(region -> region.latex()).ifPresent(latex -> node.put("truth", latex));
            reading(node, "first", pair.first());
            reading(node, "second", pair.second());
        }
    }

    private static void reading(ObjectNode node, String name, sigmark.analysis.evaluation.EvaluationSample sample) {
        sample.prediction().ifPresent(found -> node.put(name, found.reading().latex()));
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        }
    }

    private static void interval(ObjectNode node, String name, Interval interval) {
        node.putArray(name).add(interval.low()).add(interval.high());
    }
}
