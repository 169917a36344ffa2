package sigmark.analysis.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sigmark.analysis.online.EditRates.Outcome;
import sigmark.analysis.online.EditRates.Shown;
import sigmark.analysis.statistics.Proportion;

class OnlineFiguresTest {
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};
    private static final boolean[] EDITED = {false, false, true, true};

    @Test
    void silentOnesAreSeenButNotJudged() {
        EditRates rates = EditRates.of(List.of(
                new Shown(Outcome.EDITED, 0.5),
                new Shown(Outcome.CONFIRMED, 0.9),
                new Shown(Outcome.SILENT, 0),
                new Shown(Outcome.SILENT, 0),
                new Shown(Outcome.NOT_SEEN, 0)));
        assertThat(rates.ofJudged()).isEqualTo(new Proportion(1, 2));
        assertThat(rates.ofSeen()).isEqualTo(new Proportion(1, 4));
        assertThat(rates.ofShown()).isEqualTo(new Proportion(1, 5));
        assertThat(rates.upperOfSeen()).isEqualTo(new Proportion(3, 4));
        assertThat(rates.meanSeverityOfEdits()).hasValue(0.5);
        assertThat(rates.meanSeverityOfSeen()).hasValue(0.125);
        assertThat(EditRates.of(List.of()).meanSeverityOfEdits()).isEmpty();
    }

    @Test
    void fiveEqualLooksHaveThePrintedBoundaries() {
        double[] looks = {0.2, 0.4, 0.6, 0.8, 1};
        assertThat(new AlphaSpending(AlphaSpending.Function.OBRIEN_FLEMING, 0.05, looks).boundaries())
                .containsExactly(new double[] {4.877, 3.357, 2.680, 2.290, 2.031}, within(6e-4));
        assertThat(new AlphaSpending(AlphaSpending.Function.POCOCK, 0.05, looks).boundaries())
                .containsExactly(new double[] {2.438, 2.427, 2.410, 2.397, 2.386}, within(6e-4));
    }

    @Test
    void sharesOfTheDataMustRise() {
        assertThatThrownBy(() -> new AlphaSpending(AlphaSpending.Function.POCOCK, 0.05, new double[] {0.5, 0.5}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSequenceIsWiderThanTheFixedInterval() {
        ConfidenceSequence sequence = new ConfidenceSequence(new Proportion(5_000, 10_000), 0.05, 200);
        assertThat(sequence.radius().orElseThrow() / (1.959964 * 0.5 / 100)).isCloseTo(1.55, within(0.01));
        assertThat(new ConfidenceSequence(new Proportion(0, 0), 0.05, 200).interval())
                .isEmpty();
    }

    @Test
    void noVarianceYetLeavesTheMixtureTestAtOne() {
        MixtureRatioTest early = new MixtureRatioTest(1, 0, 1, 0.01);
        assertThat(early.logRatio()).isEmpty();
        assertThat(early.p()).hasValue(1);
        assertThat(new MixtureRatioTest(500, 300, 1000, 0.01).p().orElseThrow()).isLessThan(1e-6);
    }

    @Test
    void threeOfFourPairsAreInOrder() {
        Calibration calibration = new Calibration(SCORES, EDITED);
        assertThat(calibration.auc().orElseThrow()).isCloseTo(0.75, within(1e-12));
        assertThat(calibration.brier()).isCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, within(1e-12));
        assertThat(IsotonicCurve.of(SCORES, EDITED))
                .extracting(IsotonicCurve.Point::value)
                .containsExactly(0.0, 0.5, 0.5, 1.0);
    }

    @Test
    void theLogisticFitMeetsItsOwnConditions() {
        LogisticFit fit = LogisticFit.of(SCORES, EDITED).orElseThrow();
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < SCORES.length; i++) {
            double miss = (EDITED[i] ? 1 : 0) - 1 / (1 + Math.exp(-fit.intercept() - fit.slope() * SCORES[i]));
            sum += miss;
            weighted += miss * SCORES[i];
        }
        assertThat(sum).isCloseTo(0, within(1e-9));
        assertThat(weighted).isCloseTo(0, within(1e-9));
    }

    @Test
    void separatedOutcomesHaveNoFiniteSlope() {
        assertThat(LogisticFit.possible(new double[] {0.1, 0.9}, new boolean[] {false, true}))
                .isEqualTo(LogisticFit.Fit.SEPARATED);
        assertThat(LogisticFit.of(new double[] {0.1, 0.9}, new boolean[] {false, true}))
                .isEmpty();
        assertThat(LogisticFit.possible(new double[] {0.5, 0.5}, new boolean[] {false, true}))
                .isEqualTo(LogisticFit.Fit.ONE_SCORE);
    }
}
