package sigmark.analysis.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.analysis.ReferenceData;

/** Equality with what the reference programs printed on eight scenarios. */
class ReferenceScenariosTest {
    private static final String FOLDER = "metrics/coco/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crowd",
                "dense-over-100",
                "exact-thresholds",
                "loc-errors",
                "one-page",
                "score-ties",
                "typical-1cls",
                "weak"
            })
    void allNumbersEqualTheReference(String name) {
        BoxSet boxes = BoxFiles.read(
                ReferenceData.file(FOLDER + name + ".gt.json"), ReferenceData.file(FOLDER + name + ".dt.json"));
        BoxScore score = BoxScore.score(boxes);
        JsonNode expected = ReferenceData.json(FOLDER + name + ".expected.json");
        coco(score.coco(), expected.get("coco"));
        counts(score.iou50(), expected.at("/prf/conf>=0/0.50"));
        counts(score.iou75(), expected.at("/prf/conf>=0/0.75"));
        counts(ThresholdCounts.of(boxes, 0.5, 0.5), expected.at("/prf/conf>=0.5/0.50"));
        counts(ThresholdCounts.of(boxes, 0.75, 0.5), expected.at("/prf/conf>=0.5/0.75"));
        for (JsonNode line : ReferenceData.lines("metrics/tide.jsonl")) {
            if (line.get("name").asText().equals(name)) {
                boolean crowd = name.equals("crowd");
                tide(score.tide().orElseThrow(), line.get("pos_0.50"), crowd);
                tide(TideEvaluator.evaluate(boxes, 0.75).orElseThrow(), line.get("pos_0.75"), crowd);
            }
        }
        JsonNode tfd = expected.get("tfd_icdar2019");
        assertThat(score.tfd2019().get("coarse").right())
                .isEqualTo(tfd.get("correctDet_c").asInt());
        assertThat(score.tfd2019().get("fine").right())
                .isEqualTo(tfd.get("correctDet_f").asInt());
        assertThat(score.tfd2019().get("fine").f1())
                .isCloseTo(tfd.at("/scores/fine_f").asDouble(), within(5.1e-5));
        ibem(score.ibem2021(), expected.get("ibem_icdar2021_f1_at_0.7"));
    }

    private static void coco(CocoNumbers actual, JsonNode expected) {
        JsonNode stats = expected.get("stats");
        double[] numbers = {
            actual.ap(), actual.ap50(), actual.ap75(), actual.apSmall(), actual.apMedium(), actual.apLarge(),
            actual.ar1(), actual.ar10(), actual.ar100(), actual.arSmall(), actual.arMedium(), actual.arLarge()
        };
        String[] names = {
            "AP", "AP50", "AP75", "AP_small", "AP_medium", "AP_large",
            "AR_1", "AR_10", "AR_100", "AR_small", "AR_medium", "AR_large"
        };
        for (int i = 0; i < names.length; i++) {
            assertThat(numbers[i]).as(names[i]).isCloseTo(stats.get(names[i]).asDouble(), within(1e-12));
        }
        for (int t = 0; t < 10; t++) {
            String iou = String.format(Locale.ROOT, "%.2f", 0.5 + t * 0.05);
            assertThat(actual.apByIou().get(t))
                    .as(iou)
                    .isCloseTo(expected.at("/AP_by_iou/" + iou).asDouble(), within(1e-12));
        }
        expected.get("per_class").properties().forEach(entry -> {
            CocoNumbers.OfClass one = actual.byClass().get(entry.getKey());
            assertThat(one.ap()).isCloseTo(entry.getValue().get("AP").asDouble(), within(1e-12));
            assertThat(one.ap75()).isCloseTo(entry.getValue().get("AP75").asDouble(), within(1e-12));
            assertThat(one.ar()).isCloseTo(entry.getValue().get("AR_100").asDouble(), within(1e-12));
        });
    }

    private static void counts(ThresholdCounts actual, JsonNode expected) {
        assertThat(actual.all()).isEqualTo(counts(expected.get("micro")));
        assertThat(actual.all().f1()).isCloseTo(expected.at("/micro/f1").asDouble(), within(1e-12));
        expected.get("per_class").properties().forEach(entry -> assertThat(
                        actual.byClass().get(entry.getKey()))
                .isEqualTo(counts(entry.getValue())));
    }

    private static BoxCounts counts(JsonNode node) {
        return new BoxCounts(
                node.get("tp").asInt(), node.get("fp").asInt(), node.get("fn").asInt());
    }

    /** With crowds the reference's counts also hold detections that it ignores; its gains do not. */
    private static void tide(TideNumbers actual, JsonNode expected, boolean crowd) {
        assertThat(actual.ap()).isCloseTo(expected.get("ap").asDouble(), within(1e-9));
        for (TideType type : TideType.values()) {
            String name = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
            int count = expected.at("/counts/" + name).asInt();
            if (crowd) {
                assertThat(actual.counts().get(type)).as(name).isLessThanOrEqualTo(count);
            } else {
                assertThat(actual.counts().get(type)).as(name).isEqualTo(count);
            }
            assertThat(actual.gains().get(type))
                    .as(name)
                    .isCloseTo(expected.at("/main/" + name).asDouble(), within(1e-9));
        }
        assertThat(actual.falsePositives())
                .isCloseTo(expected.at("/special/FalsePos").asDouble(), within(1e-9));
        assertThat(actual.falseNegatives())
                .isCloseTo(expected.at("/special/FalseNeg").asDouble(), within(1e-9));
    }

    private static void ibem(Map<String, BoxCounts> actual, JsonNode expected) {
        expected.properties().forEach(entry -> {
            BoxCounts counts = actual.get(entry.getKey());
            JsonNode wanted = entry.getValue();
            assertThat(counts.right())
                    .as(entry.getKey())
                    .isEqualTo(wanted.get("tp").asInt());
            assertThat(counts.right() + counts.wrong())
                    .isEqualTo(wanted.get("detections").asInt());
            assertThat(counts.right() + counts.missed())
                    .isEqualTo(wanted.get("truth").asInt());
        });
    }
}
