package sigmark.analysis.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatisticsCasesTest {
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
                    if (cases.names().contains(method) && !same(asked.path("expected"), output)) {
                        wrong.computeIfAbsent(method, m -> new ArrayList<>())
                                .add(asked.path("id").asText() + " " + asked.path("expected") + " but " + output);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private JsonNode output(String method, String input) {
        return cases.answer("{\"id\":\"1\",\"method\":\"%s\",\"input\":%s}".formatted(method, input))
                .path("output");
    }

    private static boolean same(JsonNode expected, JsonNode found) {
        if (expected.isNumber()) {
            double difference = Math.abs(expected.asDouble() - found.asDouble());
            return found.isNumber() && difference <= 1e-9 * Math.max(1, Math.abs(expected.asDouble()));
        }
        if (expected.isObject()) {
            return expected.properties().stream().allMatch(field -> same(field.getValue(), found.path(field.getKey())));
        }
        if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                if (!same(expected.get(i), found.path(i))) {
                    return false;
                }
            }
            return expected.size() == found.size();
        }
        return expected.equals(found);
    }
}
