package sigmark.labeling.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class TimeHistogramTest {
    @Property(tries = 200)
    void percentilesAreTheNearestRankWithinHalfAThousandth(
            @ForAll @NotEmpty List<@DoubleRange(min = 0, max = 5_000_000) Double> values,
            @ForAll @IntRange(min = 1, max = 1000) int perMille) {
        TimeHistogram histogram = new TimeHistogram();
        values.forEach(value -> histogram.add(value, 1));
        double[] ascending = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(ascending);
        double exact = ascending[(int) ((perMille * (long) ascending.length + 999) / 1000) - 1];
        assertThat(TimeHistogram.of(histogram.bytes()).percentile(perMille).orElseThrow())
                .isCloseTo(exact, within(0.51 + exact * 0.0056));
    }

    @Test
    void whatIsTakenAwayWasNeverThere() {
        TimeHistogram histogram = new TimeHistogram();
        histogram.add(12.4, 1);
        histogram.add(4321, 1);
        histogram.add(4321, -1);
        assertThat(histogram.count()).isEqualTo(1);
        assertThat(histogram.percentile(1000)).hasValue(12);
        histogram.add(12.4, -1);
        assertThat(histogram.percentile(500)).isEmpty();
    }
}
