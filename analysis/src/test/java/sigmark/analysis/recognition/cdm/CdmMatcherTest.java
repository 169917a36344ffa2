package sigmark.analysis.recognition.cdm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.analysis.ReferenceData;

class CdmMatcherTest {
    private static final CdmMatcher MATCHER = new CdmMatcher(PairDraws.EVERY);

    @Test
    void aDrawingMatchesItself() {
        CdmDrawing drawing = row("a", "+", "b", "=", "c");
        assertThat(MATCHER.match(drawing, drawing).f1()).isEqualTo(1);
    }

    @Test
    void aWrongTokenCostsBothSides() {
        CdmScore score = MATCHER.match(row("a", "+", "b", "=", "c"), row("a", "+", "b", "=", "d"));
        assertThat(score.correct()).isEqualTo(4);
        assertThat(score.f1()).isEqualTo(0.8);
        assertThat(score.pairs().get(4)).isEqualTo(new CdmPair(4, 4, false, true));
    }

    @Test
    void aMissingTokenCostsRecallOnly() {
        CdmScore score = MATCHER.match(row("a", "+", "b", "=", "c"), row("a", "+", "b", "="));
        assertThat(score.recall()).isEqualTo(0.8);
        assertThat(score.precision()).isEqualTo(1);
    }

    @Test
    void emptySidesHaveNumbersToo() {
        CdmDrawing empty = new CdmDrawing(1, 1, List.of());
        assertThat(MATCHER.match(empty, empty).f1()).isEqualTo(1);
        assertThat(MATCHER.match(row("a"), empty).f1()).isZero();
        assertThat(MATCHER.match(row("a"), empty).precision()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "\\left(, (",
        "\\bigl\\lfloor, \\lfloor",
        "\\big|, |",
        "\\rightarrow, \\to",
        "\\varepsilon, \\epsilon",
        "\\widehat, \\hat",
        "\\cdot, .",
        "\\leq, \\le",
        "\\mid, |"
    })
    void synonymsMatch(String left, String right) {
        assertThat(TokenSynonyms.of(left)).isEqualTo(TokenSynonyms.of(right));
    }

    @Test
    void theSlipOfTheReferenceIsKept() {
        assertThat(TokenSynonyms.of("\\neq")).isNotEqualTo(TokenSynonyms.of("\\ne"));
    }

    @Test
    void scoresStayBetweenZeroAndOneAndTurnAround() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 100; round++) {
            CdmDrawing left = random(random);
            CdmDrawing right = random(random);
            CdmScore score = MATCHER.match(left, right);
            assertThat(score.f1()).isBetween(0.0, 1.0);
            assertThat(score.pairs())
                    .hasSize(Math.min(left.boxes().size(), right.boxes().size()));
        }
    }

    @Test
    void drawsTheReferencesPairs() {
        for (JsonNode line : ReferenceData.lines("metrics/cdm-ransac-samples.jsonl")) {
            List<int[]> draws = PairDraws.REFERENCE.of(line.get("n").asInt());
            JsonNode expected = line.get("size2");
            for (int i = 0; i < draws.size(); i++) {
                assertThat(draws.get(i))
                        .as("%s draw %d", line.get("n"), i)
                        .containsExactly(
                                expected.get(i).get(0).asInt(),
                                expected.get(i).get(1).asInt());
            }
        }
    }

    @Test
    void equalsTheReferenceOnEveryCase() {
        CdmMatcher reference = new CdmMatcher(PairDraws.REFERENCE);
        int cases = 0;
        int sameByEvery = 0;
        for (JsonNode line : ReferenceData.lines("metrics/cdm-matcher-cases.jsonl")) {
            CdmDrawing truth = drawing(line.get("gt_size"), line.get("gt"));
            CdmDrawing prediction = drawing(line.get("pred_size"), line.get("pred"));
            CdmScore score = reference.match(truth, prediction);
            JsonNode expected = line.get("cdm");
            String id = line.get("id").asText();
            for (int k = 0; k < score.pairs().size(); k++) {
                CdmPair pair = score.pairs().get(k);
                assertThat(pair.truth())
                        .as(id)
                        .isEqualTo(expected.at("/assignment/" + k + "/0").asInt());
                assertThat(pair.prediction())
                        .as(id)
                        .isEqualTo(expected.at("/assignment/" + k + "/1").asInt());
                assertThat(pair.correct())
                        .as(id)
                        .isEqualTo(expected.at("/correct/" + k).asBoolean());
            }
            assertThat(score.f1()).as(id).isEqualTo(expected.get("f1").asDouble());
            assertThat(score.recall()).as(id).isEqualTo(expected.get("recall").asDouble());
            assertThat(score.precision())
                    .as(id)
                    .isEqualTo(expected.get("precision").asDouble());
            sameByEvery += MATCHER.match(truth, prediction).f1() == score.f1() ? 1 : 0;
            cases++;
        }
        assertThat(cases).isEqualTo(252);
        assertThat(sameByEvery).as("same value without chance").isGreaterThanOrEqualTo(cases * 95 / 100);
    }

    private static CdmDrawing drawing(JsonNode size, JsonNode boxes) {
        List<CdmBox> list = new ArrayList<>();
        for (JsonNode box : boxes) {
            JsonNode sides = box.get(1);
            list.add(new CdmBox(
                    box.get(0).asText(),
                    sides.get(0).asDouble(),
                    sides.get(1).asDouble(),
                    sides.get(2).asDouble(),
                    sides.get(3).asDouble()));
        }
        return new CdmDrawing(size.get(0).asDouble(), size.get(1).asDouble(), list);
    }

    private static CdmDrawing row(String... tokens) {
        List<CdmBox> boxes = new ArrayList<>();
        for (int i = 0; i < tokens.length; i++) {
            boxes.add(new CdmBox(tokens[i], 30 * i, 5, 30 * i + 20, 25));
        }
        return new CdmDrawing(30 * tokens.length, 30, boxes);
    }

    private static CdmDrawing random(SplittableRandom random) {
        String[] tokens = new String[random.nextInt(1, 9)];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = List.of("a", "b", "\\cdot", ".").get(random.nextInt(4));
        }
        return row(tokens);
    }
}
