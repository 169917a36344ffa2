package sigmark.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sigmark.analysis.ReferenceData;

class PairedTestsTest {
    @Test
    void handWorkedMcNemar() {
        McNemar test = new McNemar(5, 0, 40);
        assertThat(test.exactP()).as("2 · 0.5⁵").hasValue(0.0625);
        assertThat(test.midP().orElseThrow()).isCloseTo(0.03125, within(1e-15));
        assertThat(new McNemar(0, 0, 9).exactP()).hasValue(1);
        assertThat(new McNemar(0, 0, 0).exactP()).isEmpty();
    }

    @Test
    void fivePairsCanNeverBeSignificant() {
        SignedRank test = SignedRank.test(new double[] {1, 2, 3, 4, 5});
        assertThat(test.exactP().orElseThrow()).isCloseTo(0.0625, within(1e-15));
        assertThat(SignFlip.exact(new double[] {1, 2, 3, 4, 5}).orElseThrow().p())
                .isEqualTo(0.0625);
    }

    @Test
    void handWorkedHolm() {
        assertThat(Multiplicity.holm(new double[] {0.01, 0.04, 0.03}))
                .containsExactly(new double[] {0.03, 0.06, 0.06}, within(1e-15));
    }

    @Test
    void mcNemarAgreesWithTheReferenceCases() {
        for (JsonNode line : ReferenceData.cases("service/mcnemar.jsonl", "mcnemar")) {
            JsonNode input = line.get("input");
            JsonNode expected = line.get("expected");
            String id = line.get("id").asText();
            McNemar test = new McNemar(
                    input.get("onlyFirstRight").asInt(),
                    input.get("onlySecondRight").asInt(),
                    input.get("n").asInt());
            close(id, test.difference(), expected.get("difference"));
            close(id, test.exactP(), expected.get("pExact"));
            close(id, test.midP(), expected.get("pMid"));
            test.bonettPrice(0.95).ifPresent(interval -> {
                close(id, OptionalDouble.of(interval.low()), expected.at("/bonettPrice95/0"));
                close(id, OptionalDouble.of(interval.high()), expected.at("/bonettPrice95/1"));
            });
        }
    }

    @Test
    void signedRankAgreesWithTheReferenceCases() {
        for (JsonNode line : ReferenceData.cases("service/wilcoxon.jsonl", "wilcoxon")) {
            double[] differences = ReferenceData.numbers(line.at("/input/differences"));
            JsonNode expected = line.get("expected");
            String id = line.get("id").asText();
            SignedRank test = SignedRank.test(differences);
            assertThat(test.nonZero()).as(id).isEqualTo(expected.path("nonZero").asInt());
            close(id, test.exactP(), expected.get("pExact"));
            close(id, test.normalP(), expected.get("pNormal"));
            close(id, test.correctedP(), expected.get("pNormalCorrected"));
            close(id, test.rankBiserial(), expected.get("rankBiserial"));
            close(id, SignedRank.hodgesLehmann(differences), expected.get("hodgesLehmann"));
        }
    }

    @Test
    void signFlipsAgreeWithTheReferenceCases() {
        for (JsonNode line : ReferenceData.cases("service/permutation.jsonl", "paired-permutation-exact")) {
            var result = SignFlip.exact(ReferenceData.numbers(line.at("/input/differences")));
            OptionalDouble p = result.map(flip -> OptionalDouble.of(flip.p())).orElse(OptionalDouble.empty());
            close(line.get("id").asText(), p, line.at("/expected/p"));
        }
        for (JsonNode line : ReferenceData.cases("service/permutation.jsonl", "paired-permutation-random")) {
            JsonNode input = line.get("input");
            SignFlip result = SignFlip.random(
                            ReferenceData.numbers(input.get("differences")),
                            input.get("resamples").asInt(),
                            input.get("seed").asLong())
                    .orElseThrow();
            assertThat(result.asExtreme())
                    .isEqualTo(line.at("/expected/asExtreme").asLong());
            assertThat(result.p()).isCloseTo(line.at("/expected/p").asDouble(), within(1e-12));
        }
    }

    @Test
    void correctionsAgreeWithTheReferenceCases() {
        for (JsonNode line : ReferenceData.cases("service/multiplicity.jsonl", "adjust")) {
            double[] p = ReferenceData.numbers(line.at("/input/pValues"));
            JsonNode expected = line.get("expected");
            equal(Multiplicity.holm(p), expected.get("holm"));
            equal(Multiplicity.benjaminiHochberg(p), expected.get("benjaminiHochberg"));
            equal(Multiplicity.benjaminiYekutieli(p), expected.get("benjaminiYekutieli"));
            equal(Multiplicity.bonferroni(p), expected.get("bonferroni"));
        }
    }

    private static void equal(double[] actual, JsonNode expected) {
        assertThat(actual).containsExactly(ReferenceData.numbers(expected), within(1e-12));
    }

    private static void close(String id, OptionalDouble actual, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(actual).as(id).isEmpty();
        } else {
            assertThat(ReferenceData.close(actual.orElseThrow(), expected.asDouble(), 1e-9))
                    .as("%s: %s for %s", id, actual, expected)
                    .isTrue();
        }
    }
}
