package sigmark.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DriftAndPowerTest {
    @Test
    void apartSamplesOfThreeAreOneOfTenOrders() {
        KolmogorovSmirnov apart = KolmogorovSmirnov.of(new double[] {1, 2, 3}, new double[] {6, 5, 4});
        assertThat(apart.statistic()).isEqualTo(1);
        assertThat(apart.exact().orElseThrow()).isCloseTo(0.1, within(1e-12));
        assertThat(KolmogorovSmirnov.of(new double[] {1}, new double[] {1}).asymptotic())
                .isEmpty();
    }

    @Test
    void theTwoWaysToTheOneSampleDistributionMeet() {
        double near = KolmogorovDistribution.survival(100, 0.2 - 1e-9);
        double far = KolmogorovDistribution.survival(100, 0.2 + 1e-9);
        assertThat(near).isCloseTo(far, within(1e-9));
        assertThat(KolmogorovDistribution.survival(2, 1.0 / 3)).isCloseTo(17.0 / 18, within(1e-12));
    }

    @Test
    void aMovedHalfIsSeenByEveryMeasure() {
        CategoryDrift drift = new CategoryDrift(new double[] {50, 50, 0}, new double[] {0, 50, 50});
        assertThat(drift.totalVariation()).isCloseTo(0.5, within(1e-12));
        assertThat(drift.jensenShannonBits()).isCloseTo(0.5, within(1e-12));
        assertThat(drift.stabilityIndex()).isCloseTo(2 * 0.4999 * Math.log(5000), within(1e-9));
        assertThat(new CategoryDrift(new double[] {10}, new double[] {20}).chiSquaredP())
                .isEqualTo(1);
    }

    @Test
    void powerMeetsTheTextbooks() {
        assertThat(Math.ceil(Power.twoProportions(0.1, 0.05, 0.05, 0.8, 2))).isEqualTo(435);
        assertThat(Math.ceil(Power.pairedMean(0.5, 1, 0.05, 0.8))).isEqualTo(34);
        assertThat(Power.twoProportions(0.1, 0.05, 0.05, 0.8, 1))
                .isLessThan(Power.twoProportions(0.1, 0.05, 0.05, 0.8, 2));
    }

    @Test
    void formsOfAPercentileDifferOnFourValues() {
        double[] values = {10, 20, 30, 40};
        assertThat(PercentileForms.linear(values, 500)).isEqualTo(25);
        assertThat(PercentileForms.averagedInvertedCdf(values, 500)).isEqualTo(25);
        assertThat(PercentileForms.hazen(values, 250)).isEqualTo(15);
        assertThat(PercentileForms.weibull(values, 250)).isEqualTo(12.5);
        assertThat(PercentileForms.lower(values, 900)).isEqualTo(30);
        assertThat(PercentileForms.higher(values, 900)).isEqualTo(40);
    }
}
