package sigmark.analysis.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CapacityTest {
    @Test
    void oneServerAnswersAtRandomTimesWithTheSpareRate() {
        MarkovQueue queue = new MarkovQueue(8, 10, 1);
        assertThat(queue.meanResponse()).isCloseTo(0.5, within(1e-12));
        assertThat(queue.responsePercentile(0.95)).isCloseTo(-Math.log(0.05) / 2, within(1e-12));
        assertThat(queue.waitPercentile(0.1)).isZero();
    }

    @Test
    void aFullQueueHasNoWait() {
        MarkovQueue queue = new MarkovQueue(10, 10, 1);
        assertThat(queue.steady()).isFalse();
        assertThat(queue.blocked()).isEqualTo(0.5);
        assertThatThrownBy(queue::meanWait).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void constantServiceOfTwoServersWaitsAboutHalfAsLong() {
        ConstantQueue queue = new ConstantQueue(1.8, 1, 2);
        assertThat(queue.meanWait()).isCloseTo(queue.cosmetatosWait(), within(0.02 * queue.meanWait()));
        assertThat(queue.meanWait()).isGreaterThan(queue.halfMarkovWait());
    }

    @Test
    void noNumberOfMachinesShortensTheServiceItself() {
        assertThat(MachinePlan.of(new MachinePlan.Target(1, 2, 0.95, 0.75, 0.8)))
                .isEmpty();
        MachinePlan plan =
                MachinePlan.of(new MachinePlan.Target(10, 10, 0.95, 0.32, 0.7)).orElseThrow();
        assertThat(plan.byCapAlone()).isEqualTo(2);
        assertThat(plan.servers()).isEqualTo(3);
    }

    @Test
    void aSlowReplyStandsForThoseThatWereNotSent() {
        assertThat(OmissionCorrection.correct(new long[] {35, 4}, 10)).containsExactly(4, 15, 25, 35);
        assertThat(OmissionCorrection.correct(new long[] {35}, 0)).containsExactly(35);
        assertThat(OmissionCorrection.histogram(new long[] {35, 4}, 10).getTotalCount())
                .isEqualTo(4);
        assertThatThrownBy(() -> OmissionCorrection.correct(new long[] {1_000_000_000_000L}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void latencyRunsFromThePlannedMoment() {
        PlannedLoad load = new PlannedLoad(new double[] {0, 10, 20}, new double[] {25, 5, 5});
        assertThat(load.started()).containsExactly(0, 25, 30);
        assertThat(load.latency()).containsExactly(25, 20, 15);
    }

    @Test
    void pausesCountNothingOrTheThreshold() {
        ActiveTime time = ActiveTime.of(new double[] {500, 0, 100_000}, 60_000);
        assertThat(time).isEqualTo(new ActiveTime(100_000, 500, 60_500, 1));
        assertThat(ActiveTime.of(new double[0], 60_000)).isEqualTo(new ActiveTime(0, 0, 0, 0));
    }
}
