package sigmark.analysis.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import sigmark.analysis.statistics.Percentiles;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * What a load came to, rate by rate: the document of {@code sigmark load}. Latency runs from the planned moment of a
 * request to its answer.
 *
 * @param steps in the order in which they were offered
 */
public record LoadFigures(List<StepFigures> steps) {
    /** Under this share of the offered rate the service falls behind. */
    private static final double KEEPS_UP = 0.95;
    /** A latency this many times that of the lowest rate is past the knee. */
    private static final double KNEE = 2;

    private static final int[] PER_MILLE = {500, 900, 950, 990};
    private static final ObjectMapper JSON = new ObjectMapper();

    public LoadFigures {
        steps = List.copyOf(steps);
    }

    /**
     * One rate.
     *
     * @param offeredRate planned requests a second
     * @param completedRate answered ones over the time from the first plan to the last answer
     * @param errors failed, unanswered and not sent ones
     * @param millis latency by thousandths: 500, 900, 950, 990 and 1000 for the longest; empty when none was answered
     */
    public record StepFigures(
            double offeredRate, double completedRate, long sent, long errors, Map<Integer, Double> millis) {
        public StepFigures {
            millis = java.util.Collections.unmodifiableMap(new TreeMap<>(millis));
        }

        /**
         * From what was measured.
         *
         * @param latencyNanos of the answered requests
         * @param seconds from the first planned moment to the last answer
         */
        public static StepFigures of(double offeredRate, long[] latencyNanos, long sent, long errors, double seconds) {
            double[] ascending = Arrays.stream(latencyNanos)
                    .mapToDouble(nanos -> nanos / 1e6)
                    .sorted()
                    .toArray();
            Map<Integer, Double> millis = new TreeMap<>();
            if (ascending.length > 0) {
                for (int perMille : PER_MILLE) {
                    millis.put(
                            perMille,
                            Percentiles.nearestRank(ascending, perMille).orElseThrow());
                }
                millis.put(1000, ascending[ascending.length - 1]);
            }
            return new StepFigures(offeredRate, seconds > 0 ? ascending.length / seconds : 0, sent, errors, millis);
        }

        /** The percentile itself or the next higher one that was kept. */
        public OptionalDouble percentile(int perMille) {
            return millis.entrySet().stream()
                    .filter(entry -> entry.getKey() >= perMille)
                    .mapToDouble(Map.Entry::getValue)
                    .findFirst();
        }

        /** Nothing failed, the service kept up, and the percentile is within the limit. */
        public boolean held(double limitMillis, int perMille) {
            OptionalDouble latency = percentile(perMille);
            return errors == 0
                    && completedRate >= KEEPS_UP * offeredRate
                    && latency.isPresent()
                    && latency.getAsDouble() <= limitMillis;
        }
    }

    /** All requests that were sent. */
    public long sent() {
        return steps.stream().mapToLong(StepFigures::sent).sum();
    }

    /** The highest rate that was held together with all lower ones. */
    public Optional<StepFigures> highestHeld(double limitMillis, int perMille) {
        Optional<StepFigures> held = Optional.empty();
        for (StepFigures step : byRate()) {
            if (!step.held(limitMillis, perMille)) {
                break;
            }
            held = Optional.of(step);
        }
        return held;
    }

    /**
     * The knee: the last rate before the service falls behind, fails, or its p95 is over twice that of the lowest rate;
     * absent with fewer than two rates or when even the highest is before it.
     */
    public OptionalDouble knee() {
        List<StepFigures> ordered = byRate();
        if (ordered.size() < 2 || ordered.get(0).percentile(950).isEmpty()) {
            return OptionalDouble.empty();
        }
        double limit = KNEE * ordered.get(0).percentile(950).getAsDouble();
        Optional<StepFigures> before = highestHeld(limit, 950);
        boolean bends = before.isEmpty() || !before.get().equals(ordered.get(ordered.size() - 1));
        return bends && before.isPresent() ? OptionalDouble.of(before.get().offeredRate()) : OptionalDouble.empty();
    }

    private List<StepFigures> byRate() {
        return steps.stream()
                .sorted(java.util.Comparator.comparingDouble(StepFigures::offeredRate))
                .toList();
    }

    /** The document: the highest rate's numbers in front, all rates under {@code steps}. */
    public ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        if (!steps.isEmpty()) {
            List<StepFigures> ordered = byRate();
            write(document, ordered.get(ordered.size() - 1));
        }
        document.put("sent", sent());
        OptionalDouble knee = knee();
        if (knee.isPresent()) {
            document.put("kneeRate", knee.getAsDouble());
        } else {
            document.putNull("kneeRate");
        }
        ArrayNode all = document.putArray("steps");
        steps.forEach(step -> write(all.addObject(), step));
        return document;
    }

    private static void write(ObjectNode node, StepFigures step) {
        node.put("offeredRate", step.offeredRate())
                .put("completedRate", step.completedRate())
                .put("sent", step.sent())
                .put("errors", step.errors());
        ObjectNode latency = node.putObject("latencyMs");
        step.millis().forEach((perMille, millis) -> latency.put(name(perMille), millis));
    }

    private static String name(int perMille) {
        return perMille == 1000 ? "max" : "p" + perMille / 10;
    }

    /**
     * Reads a document of {@code sigmark load}.
     *
     * @throws ProblemException {@code capacity.no-load}
     */
    public static LoadFigures read(String json) {
        try {
            JsonNode document = JSON.readTree(json);
            List<StepFigures> steps = new ArrayList<>();
            for (JsonNode step : document.path("steps")) {
                steps.add(step(step));
            }
            if (steps.isEmpty() && document.has("offeredRate")) {
                steps.add(step(document));
            }
            if (steps.isEmpty()) {
                throw new ProblemException(Problem.of("capacity.no-load", "", "reason", "no steps"));
            }
            return new LoadFigures(steps);
        } catch (IOException broken) {
            throw new ProblemException(
                    Problem.of("capacity.no-load", "", "reason", String.valueOf(broken.getMessage())), broken);
        }
    }

    private static StepFigures step(JsonNode node) {
        Map<Integer, Double> millis = new TreeMap<>();
        JsonNode latency = node.path("latencyMs");
        for (int perMille : new int[] {500, 900, 950, 990, 1000}) {
            if (latency.hasNonNull(name(perMille))) {
                millis.put(perMille, latency.get(name(perMille)).asDouble());
            }
        }
        return new StepFigures(
                node.path("offeredRate").asDouble(),
                node.path("completedRate").asDouble(),
                node.path("sent").asLong(),
                node.path("errors").asLong(),
                millis);
    }
}
