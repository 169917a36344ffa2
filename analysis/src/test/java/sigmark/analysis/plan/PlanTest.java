package sigmark.analysis.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void chainsOfNearDuplicatesJoin() {
        long[] hashes = {0b0000, 0b1111_0000, 0b0011, 0b1111};
        assertThat(NearDuplicates.groups(hashes, 2)).containsExactly(List.of(0, 2, 3), List.of(1));
        assertThat(NearDuplicates.groups(hashes, 0)).hasSize(4);
    }

    @Test
    void surplusInOneCellFillsNoOther() {
        CoverageMatrix matrix = CoverageMatrix.of(List.of(
                new CoverageMatrix.Cell("printed", 100, 500, 10, 0.5, 0.05),
                new CoverageMatrix.Cell("handwritten", 300, 100, 400, 0.5, 0.05)));
        assertThat(matrix.coverage()).hasValue(0.5);
        assertThat(matrix.missing()).isEqualTo(200);
        assertThat(matrix.worst().orElseThrow().cell().slice()).isEqualTo("handwritten");
        assertThat(matrix.rows().get(0).testNeeded()).isEqualTo(381);
        assertThat(matrix.rows().get(0).testMissing()).isEqualTo(371);
        assertThat(matrix.rows().get(1).testMissing()).isZero();
        assertThat(CoverageMatrix.of(List.of()).coverage()).isEmpty();
    }

    @Test
    void weightBeatsCount() {
        ComplaintRanking ranking = ComplaintRanking.of(List.of(
                new ComplaintRanking.Complaint("slow", 1, "u1"),
                new ComplaintRanking.Complaint("slow", 1, "u1"),
                new ComplaintRanking.Complaint("crash", 8, "u2")));
        assertThat(ranking.rows())
                .extracting(ComplaintRanking.Row::code, ComplaintRanking.Row::users)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("crash", 1),
                        org.assertj.core.groups.Tuple.tuple("slow", 1));
        assertThat(ranking.codesForMost()).isEqualTo(1);
    }

    @Test
    void aCurveWithoutNoiseIsFoundAgain() {
        double[] sizes = {500, 1000, 2000, 4000, 8000};
        double[] errors =
                Arrays.stream(sizes).map(n -> 2 * Math.pow(n, -0.5) + 0.03).toArray();
        LearningCurve curve = LearningCurve.fit(sizes, errors);
        assertThat(curve.rate().orElseThrow()).isCloseTo(0.5, within(1e-4));
        assertThat(curve.floor()).isCloseTo(0.03, within(1e-5));
        assertThat(curve.samplesFor(0.04).orElseThrow()).isCloseTo(40_000, within(40.0));
        assertThat(curve.samplesFor(0.03 - 1e-4)).isEmpty();
    }

    @Test
    void aRisingErrorIsAFlatCurve() {
        LearningCurve curve = LearningCurve.fit(new double[] {1, 2, 4, 8}, new double[] {0.1, 0.2, 0.3, 0.4});
        assertThat(curve.rate()).isEmpty();
        assertThat(curve.floor()).isCloseTo(0.25, within(1e-12));
    }
}
