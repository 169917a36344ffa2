package sigmark.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sigmark.analysis.ReferenceData;

class ProportionTest {
    @Test
    void handWorkedIntervals() {
        Interval wilson = new Proportion(8, 10).wilson().orElseThrow();
        assertThat(wilson.low()).isCloseTo(0.490162, within(1e-6));
        assertThat(wilson.high()).isCloseTo(0.943318, within(1e-6));
        assertThat(new Proportion(0, 10).clopperPearson(0.95).orElseThrow().high())
                .as("1 − 0.025^(1/10)")
                .isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-12));
        assertThat(new Proportion(0, 299).upperBound(0.95).orElseThrow())
                .as("rule of 299")
                .isLessThanOrEqualTo(0.01);
    }

    @Test
    void withoutSamplesThereIsNoNumber() {
        assertThat(new Proportion(0, 0).estimate()).isEmpty();
        assertThat(new Proportion(0, 0).wilson()).isEmpty();
        assertThat(new Proportion(0, 0).upperBound(0.95)).isEmpty();
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessageContaining("3 of 2");
    }

    @Property(tries = 300)
    void theRateLiesInsideItsIntervalsAndTheyInsideZeroToOne(
            @ForAll @IntRange(max = 2000) int a, @ForAll @IntRange(min = 1, max = 2000) int b) {
        Proportion proportion = new Proportion(Math.min(a, b), b);
        double rate = proportion.estimate().orElseThrow();
        for (Interval interval : new Interval[] {
            proportion.wilson().orElseThrow(), proportion.clopperPearson(0.95).orElseThrow()
        }) {
            assertThat(interval.contains(rate)).isTrue();
            assertThat(interval.low()).isBetween(0.0, 1.0);
            assertThat(interval.high()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void agreesWithTheReferenceCases() {
        for (JsonNode line : ReferenceData.cases("service/proportions.jsonl", "proportion-interval")) {
            JsonNode input = line.get("input");
            double confidence = input.get("confidence").asDouble();
            Proportion proportion =
                    new Proportion(input.get("k").asLong(), input.get("n").asLong());
            JsonNode expected = line.get("expected");
            if (proportion.n() == 0) {
                assertThat(expected.get("wilson").isNull()).isTrue();
                continue;
            }
            String id = line.get("id").asText();
            check(id, expected.get("wilson"), proportion.wilson(confidence).orElseThrow());
            check(
                    id,
                    expected.get("clopperPearson"),
                    proportion.clopperPearson(confidence).orElseThrow());
            assertThat(proportion.upperBound(confidence).orElseThrow())
                    .as(id)
                    .isCloseTo(expected.get("upperOneSided").asDouble(), within(1e-9));
            assertThat(proportion.lowerBound(confidence).orElseThrow())
                    .as(id)
                    .isCloseTo(expected.get("lowerOneSided").asDouble(), within(1e-9));
        }
    }

    private static void check(String id, JsonNode expected, Interval actual) {
        assertThat(actual.low()).as(id).isCloseTo(expected.get(0).asDouble(), within(1e-9));
        assertThat(actual.high()).as(id).isCloseTo(expected.get(1).asDouble(), within(1e-9));
    }
}
