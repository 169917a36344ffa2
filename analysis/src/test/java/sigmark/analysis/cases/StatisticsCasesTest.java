package sigmark.analysis.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatisticsCasesTest {
    /** What the reference writes for a kappa of 1 where the root of its rounded variance, 0, failed. */
    private static final JsonNode NO_BOUNDS =
            JsonNodeFactory.instance.arrayNode().addNull().addNull();

    private static final double EXACT = 1e-9;

    private final StatisticsCases cases = new StatisticsCases();

    @Test
    void findsThePublishedPlanForOneAndFivePercent() {
        JsonNode output =
                output("plan-binomial", "{\"aql\":0.01,\"producerRisk\":0.05,\"ltpd\":0.05,\"consumerRisk\":0.1}");
        assertThat(output.path("n").asInt()).isEqualTo(132);
        assertThat(output.path("c").asInt()).isEqualTo(3);
    }

    @Test
    void countsOnlyGapsBelowTheThresholdAsActive() {
        JsonNode output = output("active-time", "{\"eventMillis\":[0,1000,2000,500000],\"idleThresholdMillis\":60000}");
        assertThat(output.path("activeMillis").asLong()).isEqualTo(2000);
        assertThat(output.path("idleGaps").asInt()).isEqualTo(1);
    }

    @Test
    void needs59RightSamplesToPromiseFivePercent() {
        assertThat(output("zero-failures", "{\"upperBound\":0.05,\"confidence\":0.95}")
                        .path("n")
                        .asInt())
                .isEqualTo(59);
    }

    @Test
    void saysWhyACaseHasNoAnswer() {
        assertThat(cases.answer("{").path("reason").asText()).isNotEmpty();
        JsonNode unknown = cases.answer("{\"id\":\"a\",\"method\":\"x\",\"input\":{}}");
        assertThat(unknown.path("output").isNull()).isTrue();
        assertThat(unknown.path("reason").asText()).contains("'x'");
        JsonNode bad = cases.answer("{\"id\":\"a\",\"method\":\"mcnemar\",\"input\":{\"n\":\"many\"}}");
        assertThat(bad.path("output").isNull()).isTrue();
        assertThat(bad.path("reason").asText()).isNotEmpty();
    }

    @Test
    void agreesWithTheReferenceCases() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data/service"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "the reference cases are not beside the repository");
        var mapper = new ObjectMapper();
        Map<String, List<String>> wrong = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder.resolve("shared/data/service"), "*.jsonl")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode asked = mapper.readTree(line);
                    String method = asked.path("method").asText();
                    JsonNode output = cases.answer(line).path("output");
                    if (!agrees(method, asked, output)) {
                        wrong.computeIfAbsent(method, m -> new ArrayList<>())
                                .add(asked.path("id").asText() + " " + asked.path("expected") + " but " + output);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsTheTextbooksServiceOfTwoServers() {
        JsonNode queue = output("mmc", "{\"arrivalsPerSecond\":1,\"servicesPerSecond\":1,\"servers\":2}");
        assertThat(queue.path("erlangC").asDouble()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(queue.path("waitMeanSeconds").asDouble()).isCloseTo(1.0 / 3, within(1e-12));
        JsonNode full = output("mmc", "{\"arrivalsPerSecond\":2,\"servicesPerSecond\":1,\"servers\":2}");
        assertThat(full.path("waitMeanSeconds").isNull()).isTrue();
    }

    @Test
    void halvesTheWaitOfOneServerWhenServiceIsConstant() {
        JsonNode queue = output("mdc", "{\"arrivalsPerSecond\":0.5,\"serviceSeconds\":1,\"servers\":1}");
        assertThat(queue.path("waitMeanExact").asDouble()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void countsAgreementBeyondChance() {
        JsonNode kappa =
                output("cohen-kappa", "{\"first\":[\"a\",\"a\",\"b\",\"b\"],\"second\":[\"a\",\"b\",\"b\",\"b\"]}");
        assertThat(kappa.path("kappa").asDouble()).isCloseTo(0.5, within(1e-12));
        JsonNode alpha = output("krippendorff-nominal", "{\"units\":[[\"a\",\"a\"],[\"a\",\"b\"],[null,\"c\"]]}");
        assertThat(alpha.path("alpha").asDouble()).isCloseTo(0, within(1e-12));
    }

    private JsonNode output(String method, String input) {
        return cases.answer("{\"id\":\"1\",\"method\":\"%s\",\"input\":%s}".formatted(method, input))
                .path("output");
    }

    /** By the tolerance that the reference states: a few of its own figures are good to less than 1e−9. */
    private static boolean agrees(String method, JsonNode asked, JsonNode found) {
        JsonNode expected = asked.path("expected");
        return switch (method) {
            case "power-law" -> sameCurve(expected, found);
            case "calibration" -> sameBut(expected, found, Map.of("logistic", 1e-6));
            case "power-two-proportions" -> sameBut(expected, found, Map.of("nPerGroupArcsineRaw", 1e-8));
            case "power-paired-mean" -> sameBut(expected, found, Map.of("nPairsRaw", 1e-8));
            default -> same(expected, found, EXACT);
        };
    }

    private static boolean sameBut(JsonNode expected, JsonNode found, Map<String, Double> wider) {
        return expected.properties().stream()
                .allMatch(field ->
                        same(field.getValue(), found.path(field.getKey()), wider.getOrDefault(field.getKey(), EXACT)));
    }

    /** Fits are compared by their sum of squares, and with the true curve where there is no noise. */
    private static boolean sameCurve(JsonNode expected, JsonNode found) {
        if (!expected.path("sumOfSquares").isNumber()) {
            return same(expected, found, EXACT);
        }
        double least = expected.path("sumOfSquares").asDouble();
        double reached = found.path("sumOfSquares").asDouble(1);
        JsonNode truth = expected.path("true");
        return (reached <= least * (1 + 1e-6) || reached < 1e-9)
                && expected.path("b").isNull() == found.path("b").isNull()
                && expected.path("samplesForTarget").isNull()
                        == found.path("samplesForTarget").isNull()
                && (truth.isMissingNode() || same(truth, found, 1e-3));
    }

    private static boolean same(JsonNode expected, JsonNode found, double tolerance) {
        if (expected.isNumber()) {
            double difference = Math.abs(expected.asDouble() - found.asDouble());
            return found.isNumber() && difference <= tolerance * Math.max(1, Math.abs(expected.asDouble()));
        }
        if (expected.isObject()) {
            return expected.properties().stream()
                    .allMatch(field -> same(field.getValue(), found.path(field.getKey()), tolerance));
        }
        if (expected.isArray()) {
            if (expected.equals(NO_BOUNDS)) {
                return found.size() == 2
                        && found.get(0).asDouble() == found.get(1).asDouble();
            }
            for (int i = 0; i < expected.size(); i++) {
                if (!same(expected.get(i), found.path(i), tolerance)) {
                    return false;
                }
            }
            return expected.size() == found.size();
        }
        return expected.equals(found);
    }
}
