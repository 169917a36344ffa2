package sigmark.analysis.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import sigmark.inference.page.Box;

class LabelAgreementTest {
    @Test
    void kappaIsUndefinedWhenBothUseOneLabelAndOneWhenTheyAgree() {
        CohenKappa one = CohenKappa.of(List.of("a", "a"), List.of("a", "a"));
        assertThat(one.observed()).hasValue(1);
        assertThat(one.kappa()).isEmpty();
        assertThat(one.interval(0.95)).isEmpty();
        CohenKappa alike = CohenKappa.of(List.of("a", "b"), List.of("a", "b"));
        assertThat(alike.kappa()).hasValue(1);
        assertThatThrownBy(() -> CohenKappa.of(List.of("a"), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void alphaOfFormulasCountsTokensNotWholeFormulas() {
        List<String> square = List.of("x", "^", "2");
        List<String> cube = List.of("x", "^", "3");
        List<String> other = List.of("a", "+", "b");
        KrippendorffAlpha alpha = KrippendorffAlpha.ofTokens(List.of(List.of(square, cube), List.of(other, other)));
        assertThat(alpha.observed()).isCloseTo((2.0 / 3) / 4, within(1e-12));
        assertThat(alpha.expected()).isCloseTo(2 * (1.0 / 3 + 4) / 12, within(1e-12));
        assertThat(alpha.alpha().orElseThrow()).isCloseTo(1 - (1.0 / 6) / (13.0 / 18), within(1e-12));
    }

    @Test
    void aUnitWithOneValueIsNotPairable() {
        KrippendorffAlpha alpha = KrippendorffAlpha.nominal(List.of(List.of("a"), List.of()));
        assertThat(alpha.pairable()).isZero();
        assertThat(alpha.alpha()).isEmpty();
    }

    @Test
    void takingByFallingIouCanMissAPairOfTheBestAssignment() {
        List<Box> first = List.of(new Box(0, 0, 10, 10), new Box(3, 0, 13, 10));
        List<Box> second = List.of(new Box(1, 0, 11, 10), new Box(-3, 0, 7, 10));
        BoxAgreement found = BoxAgreement.of(first, second, 0.5);
        assertThat(found.matched()).isEqualTo(1);
        assertThat(found.mostPairs()).isEqualTo(2);
        assertThat(found.agreement()).isEqualTo(0.5);
        assertThat(found.meanIou().orElseThrow()).isCloseTo(9.0 / 11, within(1e-12));
    }

    @Test
    void twoEmptyPagesAgreeByConvention() {
        BoxAgreement found = BoxAgreement.of(List.of(), List.of(), 0.5);
        assertThat(found.agreement()).isEqualTo(1);
        assertThat(found.meanIou()).isEmpty();
    }

    @Test
    void oneSwappedPairOfFourCostsTwoSixthsOfTau() {
        RankAgreement found = RankAgreement.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 4, 3});
        assertThat(found.concordant()).isEqualTo(5);
        assertThat(found.discordant()).isEqualTo(1);
        assertThat(found.kendall().orElseThrow()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(found.spearman().orElseThrow()).isCloseTo(0.8, within(1e-12));
        assertThat(found.kendallExactP(30).orElseThrow()).isCloseTo(8.0 / 24, within(1e-12));
    }

    @Test
    void allTiedHasNoOrder() {
        RankAgreement found = RankAgreement.of(new double[] {1, 1, 1}, new double[] {1, 2, 3});
        assertThat(found.kendall()).isEmpty();
        assertThat(found.spearman()).isEmpty();
        assertThat(found.pearson()).isEmpty();
        assertThat(RankBootstrap.of(new double[] {1, 1}, new double[] {1, 2}, 20, 1, 0.95))
                .isEqualTo(new RankBootstrap(20, java.util.Optional.empty(), java.util.Optional.empty()));
    }
}
