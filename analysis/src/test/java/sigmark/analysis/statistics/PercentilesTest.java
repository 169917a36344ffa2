package sigmark.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import sigmark.analysis.ReferenceData;

class PercentilesTest {
    @Test
    void nearestRankInIntegers() {
        assertThat(Percentiles.rank(100, 70)).as("⌈0.07·100⌉").isEqualTo(7);
        assertThat(Percentiles.rank(7, 900)).isEqualTo(7);
        assertThat(Percentiles.rank(1, 500)).isEqualTo(1);
        assertThat(Percentiles.nearestRank(new double[] {1, 2, 3, 4}, 500)).hasValue(2);
        assertThat(Percentiles.nearestRank(new double[0], 500)).isEmpty();
    }

    @Test
    void boundsNeedEnoughValues() {
        assertThat(Percentiles.samplesForBound(950, 0.95)).isEqualTo(59);
        assertThat(Percentiles.samplesForBound(990, 0.95)).isEqualTo(299);
        assertThat(Percentiles.samplesForBound(990, 0.99)).isEqualTo(459);
        assertThat(Percentiles.upperBoundRank(58, 950, 0.95)).isEmpty();
        assertThat(Percentiles.upperBoundRank(59, 950, 0.95)).hasValue(59);
    }

    @Test
    void agreesWithTheReferenceCases() {
        for (JsonNode line : ReferenceData.cases("service/percentiles.jsonl", "percentile")) {
            double[] values = ReferenceData.numbers(line.at("/input/values"));
            Arrays.sort(values);
            int perMille = line.at("/input/perMille").asInt();
            JsonNode expected = line.get("expected");
            if (values.length == 0) {
                assertThat(expected.get("nearestRank").isNull()).isTrue();
                continue;
            }
            if (perMille > 0) {
                assertThat(Percentiles.rank(values.length, perMille))
                        .isEqualTo(expected.get("rank").asInt());
                assertThat(Percentiles.nearestRank(values, perMille))
                        .hasValue(expected.get("nearestRank").asDouble());
            }
            assertThat(ReferenceData.close(
                            Percentiles.linear(values, perMille / 1000.0),
                            expected.get("linear").asDouble(),
                            1e-9))
                    .isTrue();
        }
        for (JsonNode line : ReferenceData.cases("service/percentiles.jsonl", "percentile-upper-bound")) {
            JsonNode input = line.get("input");
            int n = input.get("n").asInt();
            JsonNode rank = line.at("/expected/rank");
            assertThat(Percentiles.upperBoundRank(
                            n,
                            input.get("perMille").asInt(),
                            input.get("confidence").asDouble()))
                    .as(line.get("id").asText())
                    .isEqualTo(rank.isNull() ? OptionalInt.empty() : OptionalInt.of(rank.asInt()));
        }
    }
}
