package sigmark.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sigmark.analysis.ReferenceData;

class BootstrapTest {
    @Test
    void equalValuesHaveAnIntervalOfNoWidthAndNoCorrection() {
        BootstrapResult result =
                new Bootstrap(50, 3, 0.95).mean(new double[] {0.5, 0.5, 0.5}).orElseThrow();
        assertThat(result.percentile()).isEqualTo(new Interval(0.5, 0.5));
        assertThat(result.deviation()).isZero();
        assertThat(result.corrected()).isEmpty();
    }

    @Test
    void withoutValuesThereIsNoNumber() {
        assertThat(Bootstrap.standard().mean(new double[0])).isEmpty();
        assertThat(Bootstrap.standard().ratio(new double[] {0}, new double[] {0}))
                .isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] values = {0, 0.25, 1, 0.5, 0.125};
        assertThat(Bootstrap.standard().mean(values))
                .isEqualTo(Bootstrap.standard().mean(values));
    }

    @Test
    void agreesWithTheReferenceCases() {
        for (JsonNode line : ReferenceData.cases("service/bootstrap.jsonl", "bootstrap-mean")) {
            check(line, bootstrap(line).mean(ReferenceData.numbers(line.at("/input/values"))));
        }
        for (JsonNode line : ReferenceData.cases("service/bootstrap.jsonl", "bootstrap-ratio")) {
            check(
                    line,
                    bootstrap(line)
                            .ratio(
                                    ReferenceData.numbers(line.at("/input/numerators")),
                                    ReferenceData.numbers(line.at("/input/denominators"))));
        }
    }

    private static Bootstrap bootstrap(JsonNode line) {
        JsonNode input = line.get("input");
        return new Bootstrap(
                input.get("resamples").asInt(),
                input.get("seed").asLong(),
                input.get("confidence").asDouble());
    }

    private static void check(JsonNode line, Optional<BootstrapResult> result) {
        String id = line.get("id").asText();
        JsonNode expected = line.get("expected");
        if (expected.get("estimate").isNull()) {
            assertThat(result).as(id).isEmpty();
            return;
        }
        BootstrapResult actual = result.orElseThrow();
        close(id, actual.estimate(), expected.get("estimate"));
        close(id, actual.mean(), expected.get("bootstrapMean"));
        close(id, actual.deviation(), expected.get("bootstrapSd"));
        close(id, actual.percentile().low(), expected.at("/percentile/0"));
        close(id, actual.percentile().high(), expected.at("/percentile/1"));
        for (int i = 0; i < actual.first().size(); i++) {
            assertThat(actual.first().get(i))
                    .as(id)
                    .isEqualTo(expected.get("first5").get(i).asDouble());
        }
        assertThat(actual.corrected().isEmpty())
                .as(id)
                .isEqualTo(expected.get("bca").isNull());
        actual.corrected().ifPresent(bca -> {
            close(id, bca.interval().low(), expected.at("/bca/0"));
            close(id, bca.interval().high(), expected.at("/bca/1"));
            close(id, bca.bias(), expected.get("z0"));
            close(id, bca.acceleration(), expected.get("acceleration"));
        });
    }

    private static void close(String id, double actual, JsonNode expected) {
        assertThat(ReferenceData.close(actual, expected.asDouble(), 1e-9))
                .as("%s: %s for %s", id, actual, expected)
                .isTrue();
    }
}
