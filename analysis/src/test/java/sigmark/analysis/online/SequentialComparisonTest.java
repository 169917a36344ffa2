package sigmark.analysis.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sigmark.analysis.statistics.Proportion;

class SequentialComparisonTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 11);

    private static SequentialComparison.Day day(int number, long a, long ofA, long b, long ofB) {
        return new SequentialComparison.Day(FIRST.plusDays(number), new Proportion(a, ofA), new Proportion(b, ofB));
    }

    @Test
    void withEqualNumbersItIsTheReferenceTest() {
        SequentialComparison comparison =
                SequentialComparison.of("1", "2", List.of(day(0, 120, 1000, 90, 1000)), 1, 50, 50);
        double reference = new MixtureRatioTest(120, 90, 1000, SequentialComparison.MIXTURE)
                .p()
                .orElseThrow();
        assertThat(comparison.last().orElseThrow().p()).isCloseTo(reference, within(1e-12));
        assertThat(comparison.last().orElseThrow().difference()).isCloseTo(-0.03, within(1e-12));
    }

    @Test
    void theIntervalLeavesOutZeroExactlyWhenTheLookDecides() {
        for (int edited = 20; edited <= 120; edited += 5) {
            var look = SequentialComparison.of("1", "2", List.of(day(0, 120, 1000, edited, 900)), 1, 0, 0)
                    .last()
                    .orElseThrow();
            assertThat(look.p() <= SequentialComparison.ALPHA)
                    .isEqualTo(!look.interval().orElseThrow().contains(0));
        }
    }

    @Test
    void usersThatHangTogetherMakeItWider() {
        var alone = SequentialComparison.of("1", "2", List.of(day(0, 120, 1000, 90, 1000)), 1, 0, 0);
        var together = SequentialComparison.of("1", "2", List.of(day(0, 120, 1000, 90, 1000)), 3, 0, 0);
        assertThat(together.last().orElseThrow().interval().orElseThrow().halfWidth())
                .isGreaterThan(
                        alone.last().orElseThrow().interval().orElseThrow().halfWidth());
    }

    @Test
    void aBrokenSplitIsSeen() {
        assertThat(SequentialComparison.of("1", "2", List.of(), 1, 600, 400)
                        .assignmentP()
                        .orElseThrow())
                .isCloseTo(2.5396e-10, within(1e-13));
        assertThat(SequentialComparison.of("1", "2", List.of(), 1, 0, 0).assignmentP())
                .isEmpty();
    }

    /** Equal versions looked at on fourteen days are told apart in fewer than one of twenty trials. */
    @Test
    void lookingDailyDoesNotFool() {
        SplittableRandom random = new SplittableRandom(9);
        int fooled = 0;
        for (int trial = 0; trial < 400; trial++) {
            List<SequentialComparison.Day> days = new ArrayList<>();
            for (int number = 0; number < 14; number++) {
                days.add(day(number, edited(random), 150, edited(random), 150));
            }
            fooled +=
                    SequentialComparison.of("1", "2", days, 1, 0, 0).decidedOn().isPresent() ? 1 : 0;
        }
        assertThat(fooled).isLessThanOrEqualTo(20);
    }

    private static int edited(SplittableRandom random) {
        int edited = 0;
        for (int i = 0; i < 150; i++) {
            edited += random.nextDouble() < 0.12 ? 1 : 0;
        }
        return edited;
    }
}
