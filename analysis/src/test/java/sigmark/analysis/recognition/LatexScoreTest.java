package sigmark.analysis.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sigmark.analysis.ReferenceData;
import sigmark.analysis.recognition.cdm.StructureError;

class LatexScoreTest {
    @Test
    void countsCodePointsAndTokens() {
        LatexSample sample = sample("x^2+𝑦", "x^{2}+y");
        assertThat(sample.characterErrors()).as("two braces and y").isEqualTo(3);
        assertThat(sample.longerCharacters()).isEqualTo(7);
        assertThat(sample.asGiven()).isEqualTo(new TokenScore(3, 5, 7));
        assertThat(sample("\\frac{a}{b}", "\\frac ab").canonical().exact()).isTrue();
    }

    @Test
    void aMissingPredictionCountsAsEmptyAndFailed() {
        LatexScore score = LatexScore.score(List.of(
                new LatexPair(new SampleId("1"), "ab", Optional.empty()),
                new LatexPair(new SampleId("2"), "ab", Optional.of("ab")),
                new LatexPair(new SampleId("3"), "", Optional.of(""))));
        RecognitionSummary summary = score.summary();
        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.characters().sampleMean().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(summary.characters().pooled()).hasValue(0.5);
        assertThat(summary.asGiven().exact().estimate().orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(summary.asGiven().expRate().get(2).k()).isEqualTo(3);
    }

    @Test
    void cdmCountsMissingAndBrokenReadingsAsZeroAndLeavesOutTruthsThatCannotBeLaidOut() {
        String broken = "{".repeat(100_000) + "x" + "}".repeat(100_000);
        LatexScore score = LatexScore.score(List.of(
                new LatexPair(new SampleId("1"), "\\frac{a}{b}", Optional.of("\\frac ab")),
                new LatexPair(new SampleId("2"), "x", Optional.empty()),
                new LatexPair(new SampleId("3"), "x", Optional.of(broken)),
                new LatexPair(new SampleId("4"), broken, Optional.of("x")),
                new LatexPair(new SampleId("5"), "ab", Optional.of("abc"))));
        CdmSummary cdm = score.summary().cdm();
        assertThat(cdm.samples()).isEqualTo(4);
        assertThat(cdm.leftOut()).isEqualTo(1);
        assertThat(cdm.f1().orElseThrow()).isCloseTo((1 + 0 + 0 + 0.8) / 4, within(1e-12));
        assertThat(cdm.precision().orElseThrow()).isCloseTo((1 + 0 + 0 + 0.667) / 4, within(1e-12));
        assertThat(cdm.recall().orElseThrow()).isCloseTo((1 + 0 + 0 + 1) / 4.0, within(1e-12));
        assertThat(cdm.whole().k()).isEqualTo(1);
        assertThat(score.notLaidOut()).singleElement().satisfies(left -> {
            assertThat(left.item()).isEqualTo("4");
            assertThat(left.reason().code()).isEqualTo("score.truth-not-laid-out");
        });

        ObjectNode document = LatexScoreJson.document(score);
        assertThat(document.at("/summary/cdm/f1").asDouble()).isEqualTo(0.45);
        assertThat(document.at("/summary/cdm/expRate").asDouble()).isEqualTo(0.25);
        assertThat(document.at("/summary/cdm/leftOut").asInt()).isEqualTo(1);
        assertThat(document.at("/samples/3/cdm").isNull()).isTrue();
        assertThat(document.at("/samples/4/cdm/precision").asDouble()).isEqualTo(0.667);
        assertThat(document.at("/leftOut/0/reason").asText()).isEqualTo("score.truth-not-laid-out");
    }

    @Test
    void structureStandsBesideCdm() {
        LatexSample sample = sample("x_2", "x^2");
        assertThat(sample.cdm().orElseThrow().f1()).isEqualTo(1);
        assertThat(sample.structure()).containsExactly(StructureError.SCRIPT_LEVEL);
        assertThat(LatexSample.of(new LatexPair(new SampleId("0"), "x", Optional.empty()))
                        .structure())
                .isEmpty();
    }

    @Test
    void theThreeAveragesDiffer() {
        List<List<LatexSample>> pages =
                List.of(List.of(sample("abcd", "abcx"), sample("a", "b")), List.of(sample("ab", "ab")));
        EditAverages averages = RecognitionSummary.ofPages(pages).characters();
        assertThat(averages.sampleMean().orElseThrow()).isCloseTo((0.25 + 1 + 0) / 3, within(1e-12));
        assertThat(averages.pooled().orElseThrow()).isCloseTo(2 / 7.0, within(1e-12));
        assertThat(averages.pageMean().orElseThrow()).isCloseTo((2 / 5.0 + 0) / 2, within(1e-12));
    }

    @Test
    void withoutSamplesEveryNumberIsAbsent() {
        RecognitionSummary summary = LatexScore.score(List.of()).summary();
        assertThat(summary.characters().sampleMean()).isEmpty();
        assertThat(summary.asGiven().bleu()).isEmpty();
        assertThat(summary.canonical().exact().estimate()).isEmpty();
    }

    @Property(tries = 200)
    void theSameTextIsAlwaysRight(@ForAll String latex) {
        LatexSample sample = sample(latex, latex);
        assertThat(sample.asGiven().exact()).isTrue();
        assertThat(sample.canonical().distance()).isZero();
        assertThat(sample.characterDistance()).isZero();
        assertThat(sample.bleuAsGiven().smoothedSentence()).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 200)
    void distancesAreSymmetricAndBetweenZeroAndOne(@ForAll String left, @ForAll String right) {
        LatexSample there = sample(left, right);
        LatexSample back = sample(right, left);
        assertThat(there.characterErrors()).isEqualTo(back.characterErrors());
        assertThat(there.asGiven().errors()).isEqualTo(back.asGiven().errors());
        assertThat(there.asGiven().distance()).isBetween(0.0, 1.0);
        assertThat(there.canonical().distance()).isBetween(0.0, 1.0);
        assertThat(there.bleuAsGiven().smoothedSentence()).isBetween(0.0, 1.0 + 1e-12);
    }

    @Test
    void agreesWithTheReferencePairs() {
        for (JsonNode line : ReferenceData.lines("metrics/text-pairs.jsonl")) {
            String id = line.get("id").asText();
            LatexSample sample =
                    sample(line.get("gt").asText(), line.get("pred").asText());
            assertThat(sample.characterErrors())
                    .as(id)
                    .isEqualTo(line.get("char_dist").asInt());
            assertThat(sample.characterDistance())
                    .as(id)
                    .isCloseTo(line.get("char_ned").asDouble(), within(1e-12));
            List<String> truth = ReferenceData.texts(line.get("gt_tokens"));
            List<String> prediction = ReferenceData.texts(line.get("pred_tokens"));
            TokenScore tokens = TokenScore.of(truth, prediction);
            assertThat(tokens.errors()).as(id).isEqualTo(line.get("token_dist").asInt());
            assertThat(tokens.distance()).as(id).isCloseTo(line.get("token_ned").asDouble(), within(1e-12));
            assertThat(tokens.exact()).as(id).isEqualTo(line.get("exact_tokens").asBoolean());
            if (!line.has("bleu4_plain")) {
                assertThat(truth.isEmpty() || prediction.isEmpty()).as(id).isTrue();
                continue;
            }
            BleuCounts bleu = BleuCounts.of(truth, prediction);
            assertThat(bleu.corpus().orElse(0))
                    .as(id)
                    .isCloseTo(line.get("bleu4_plain").asDouble(), within(1e-9));
            assertThat(bleu.smoothedSentence())
                    .as(id)
                    .isCloseTo(line.get("bleu4_sacre_exp_effective").asDouble(), within(1e-9));
        }
    }

    @Test
    void agreesWithTheReferenceCorpora() {
        for (JsonNode line : ReferenceData.lines("metrics/bleu-corpora.jsonl")) {
            BleuCounts.Sum counts = new BleuCounts.Sum();
            List<LatexSample> samples = new ArrayList<>();
            double tokenDistances = 0;
            int[] within = new int[3];
            for (JsonNode pair : line.get("pairs")) {
                List<String> truth = ReferenceData.texts(pair.get("gt_tokens"));
                List<String> prediction = ReferenceData.texts(pair.get("pred_tokens"));
                counts.add(BleuCounts.of(truth, prediction));
                TokenScore tokens = TokenScore.of(truth, prediction);
                tokenDistances += tokens.distance();
                for (int k = tokens.errors(); k < 3; k++) {
                    within[k]++;
                }
                samples.add(sample(pair.get("gt").asText(), pair.get("pred").asText()));
            }
            int n = samples.size();
            assertThat(counts.total().corpus().orElseThrow())
                    .isCloseTo(line.get("bleu4").asDouble(), within(1e-12));
            assertThat(tokenDistances / n).isCloseTo(line.get("mean_token_ned").asDouble(), within(1e-12));
            for (int k = 0; k < 3; k++) {
                assertThat((double) within[k] / n)
                        .isCloseTo(line.get("exprate_le" + k).asDouble(), within(1e-12));
            }
            EditAverages characters = RecognitionSummary.of(samples).characters();
            assertThat(characters.sampleMean().orElseThrow())
                    .isCloseTo(line.get("mean_char_ned").asDouble(), within(1e-12));
            assertThat(characters.pooled().orElseThrow())
                    .isCloseTo(line.get("whole_char_ned").asDouble(), within(1e-12));
        }
    }

    private static LatexSample sample(String truth, String prediction) {
        return LatexSample.of(new LatexPair(new SampleId("0"), truth, Optional.of(prediction)));
    }
}
