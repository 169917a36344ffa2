package sigmark.analysis.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sigmark.analysis.detection.ScoreCurve.Found;
import sigmark.analysis.detection.ScoreCurve.Point;

class ScoreCurveTest {
    @Test
    void boxesComeInByFallingScoreAndEqualScoresTogether() {
        ScoreCurve curve = ScoreCurve.of(
                List.of(new Found(0.5, true), new Found(0.9, true), new Found(0.7, false), new Found(0.5, false)), 4);
        assertThat(curve.points())
                .containsExactly(new Point(0.9, 1, 0.25), new Point(0.7, 0.5, 0.25), new Point(0.5, 0.5, 0.5));
        assertThat(curve.points().get(2).f1()).isEqualTo(0.5);
    }

    @Test
    void nothingFoundOrNothingToFindIsNeverUndefined() {
        assertThat(ScoreCurve.of(List.of(), 3).points()).isEmpty();
        assertThat(ScoreCurve.of(List.of(new Found(0.4, false)), 0).points()).containsExactly(new Point(0.4, 0, 0));
        assertThat(new Point(0.4, 0, 0).f1()).isZero();
    }
}
