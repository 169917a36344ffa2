package sigmark.analysis.timing;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import sigmark.analysis.statistics.Percentiles;

/**
 * Percentiles of one step's time a page, in milliseconds, by nearest rank (never interpolated, never averaged).
 *
 * @param pages pages measured, warm-up and failed ones left out; the percentiles are absent when it is 0
 * @param p95Bound with 95 % confidence the true p95 is not above this; absent below 59 pages
 */
public record StepFigures(
        int pages, OptionalDouble p50, OptionalDouble p95, OptionalDouble p99, OptionalDouble p95Bound) {
    private static final double NANOS_A_MILLI = 1e6;
    private static final double CONFIDENCE = 0.95;

    static StepFigures of(long[] nanos) {
        double[] ascending = Arrays.stream(nanos)
                .mapToDouble(n -> n / NANOS_A_MILLI)
                .sorted()
                .toArray();
        OptionalInt rank = ascending.length == 0
                ? OptionalInt.empty()
                : Percentiles.upperBoundRank(ascending.length, 950, CONFIDENCE);
        return new StepFigures(
                ascending.length,
                Percentiles.nearestRank(ascending, 500),
                Percentiles.nearestRank(ascending, 950),
                Percentiles.nearestRank(ascending, 990),
                rank.isPresent() ? OptionalDouble.of(ascending[rank.getAsInt() - 1]) : OptionalDouble.empty());
    }
}
