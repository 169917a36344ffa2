package sigmark.analysis.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import sigmark.labeling.plan.LearningPoint;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.requirement.SheetReader;
import sigmark.labeling.slice.SliceQuery;

/** From the sheet to the numbers that are wanted, there and missing. */
class DataPlanTest {
    /** Ten pages and a hundred regions of everything. */
    private static final Truth.Counter TEN = new Truth.Counter() {
        @Override
        public long pages(SliceQuery query) {
            return 10;
        }

        @Override
        public long regions(SliceQuery query) {
            return 100;
        }
    };

    @Test
    void testNumbersFollowFromTheWantedInterval() {
        DataPlan plan = plan(
                """
                plan: {half-width: 5 %, price-per-region: 100, regions-per-hour: 10, labelers: 2, hours-per-week: 10}
                lines:
                  - {id: A1, kind: accuracy-offline, measure: exact-match, module: recognizer, at-least: 90 %}
                  - {id: A2, kind: accuracy-offline, measure: exact-match, module: recognizer, at-least: 90 %,
                     slice: 'writing:handwritten', half-width: 3 %}
                """,
                List.of());

        assertThat(plan.cells()).hasSize(4);
        DataPlan.Cell all = cell(plan, "", DataPlan.Purpose.TEST);
        assertThat(all.wanted()).as("Wilson's n at 0.9 ± 5 %").hasValue(141);
        assertThat(all.have()).isEqualTo(100);
        assertThat(all.missing()).isEqualTo(41);
        DataPlan.Cell hand = cell(plan, "writing:handwritten", DataPlan.Purpose.TEST);
        assertThat(hand.wanted()).as("Wilson's n at 0.9 ± 3 %").hasValue(388);
        assertThat(hand.query())
                .contains("writing:handwritten")
                .contains("split:test")
                .contains("-empty");
        assertThat(cell(plan, "", DataPlan.Purpose.TRAINING).source()).isEqualTo(DataPlan.Source.UNKNOWN);
        assertThat(plan.missingRegions()).isEqualTo(41 + 288);
        assertThat(plan.cost()).isEqualTo(32_900);
        assertThat(plan.weeks()).isCloseTo(329 / 200.0, within(1e-12));
        assertThat(plan.worst()).contains(hand);
    }

    @Test
    void aLineAboutThePipelineNeedsTheTruthOfBothModules() {
        DataPlan plan = plan(
                """
                lines:
                  - {id: A1, kind: accuracy-offline, measure: exact-match, at-least: 90 %}
                """,
                List.of());
        assertThat(plan.cells())
                .extracting(DataPlan.Cell::module)
                .containsExactly(
                        PipelineModule.DETECTOR,
                        PipelineModule.DETECTOR,
                        PipelineModule.RECOGNIZER,
                        PipelineModule.RECOGNIZER);
        assertThat(plan.cells().get(1).wanted())
                .as("388 formulas, ten on a page")
                .hasValue(39);
    }

    @Test
    void trainingNumbersFollowFromTheLearningCurveOrFromPeople() {
        String lines =
                """
                lines:
                  - {id: A1, kind: accuracy-offline, measure: exact-match, module: recognizer, at-least: 70 %}
                """;
        // error = 2 n^(-1/3): 0.3 at n = 296
        DataPlan plan = plan(lines, points(2, 1 / 3.0, 0));
        DataPlan.Cell cell = cell(plan, "", DataPlan.Purpose.TRAINING);
        assertThat(cell.source()).isEqualTo(DataPlan.Source.CURVE);
        assertThat(cell.wanted().orElseThrow()).isBetween(280L, 320L);
        assertThat(cell.from().orElseThrow()).isLessThan(cell.wanted().orElseThrow());

        DataPlan never = plan(lines, points(2, 1 / 3.0, 0.4));
        assertThat(cell(never, "", DataPlan.Purpose.TRAINING).source()).isEqualTo(DataPlan.Source.OUT_OF_REACH);
        assertThat(cell(never, "", DataPlan.Purpose.TRAINING).wanted()).isEmpty();

        DataPlan fixed =
                plan("plan: {wanted: [{module: recognizer, slice: '', count: 9000}]}\n" + lines, points(2, 1 / 3.0, 0));
        assertThat(cell(fixed, "", DataPlan.Purpose.TRAINING).wanted()).isEqualTo(OptionalLong.of(9000));
    }

    @Test
    void aForecastEndsAtFourTimesWhatWasTried() {
        CurveForecast forecast = CurveForecast.of(points(2, 1 / 3.0, 0)).orElseThrow();
        assertThat(forecast.largest()).isEqualTo(800);
        assertThat(forecast.error(800)).isCloseTo(2 * Math.pow(800, -1 / 3.0), within(0.01));
        assertThat(forecast.samplesFor(0.14)).as("2915 is within 3200").isPresent();
        assertThat(forecast.samplesFor(0.10)).as("8000 is beyond").isEmpty();
        assertThat(forecast.errorInterval(3200).low()).isLessThan(forecast.error(3200));
        assertThat(forecast.errorInterval(3200).high()).isGreaterThan(forecast.error(3200));
        assertThat(CurveForecast.of(points(2, 1 / 3.0, 0).subList(0, 6)))
                .as("three sizes are too few")
                .isEmpty();
    }

    private static List<LearningPoint> points(double scale, double rate, double floor) {
        List<LearningPoint> points = new ArrayList<>();
        for (long size : new long[] {100, 200, 400, 800}) {
            for (long seed = 1; seed <= 2; seed++) {
                double error = Math.min(1, scale * Math.pow(size, -rate) + floor);
                points.add(new LearningPoint("c", PipelineModule.RECOGNIZER, "", size, seed, error, 2000, "formula"));
            }
        }
        return points;
    }

    private static DataPlan.Cell cell(DataPlan plan, String slice, DataPlan.Purpose purpose) {
        return plan.cells().stream()
                .filter(cell -> cell.slice().equals(slice) && cell.purpose() == purpose)
                .findFirst()
                .orElseThrow();
    }

    private static DataPlan plan(String yaml, List<LearningPoint> points) {
        RequirementSheet sheet = SheetReader.read("name: s\n" + yaml, "s").orThrow();
        return DataPlan.of(sheet, TEN, points);
    }
}
