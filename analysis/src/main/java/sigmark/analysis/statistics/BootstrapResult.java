package sigmark.analysis.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a bootstrap found.
 *
 * @param estimate the statistic of the samples themselves
 * @param mean of the resamples' statistics
 * @param deviation their standard deviation (divided by B − 1), the statistic's standard error
 * @param percentile the interval between their quantiles
 * @param corrected the bias-corrected and accelerated interval; absent when all resamples are equal
 * @param first the first five resamples' statistics, fewer when fewer were drawn
 */
public record BootstrapResult(
        double estimate,
        double mean,
        double deviation,
        Interval percentile,
        Optional<Corrected> corrected,
        java.util.List<Double> first) {
    public BootstrapResult {
        first = java.util.List.copyOf(first);
    }

    /** The BCa interval of Efron (1987) with its bias z₀ and acceleration a. */
    public record Corrected(Interval interval, double bias, double acceleration) {}

    static BootstrapResult of(double estimate, double[] drawn, double[] leftOut, double confidence) {
        java.util.List<Double> first = Arrays.stream(drawn).limit(5).boxed().toList();
        double[] ascending = drawn.clone();
        Arrays.sort(ascending);
        double tail = (1 - confidence) / 2;
        double mean = Arrays.stream(ascending).sum() / ascending.length;
        double squares = 0;
        for (double value : ascending) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = ascending.length == 1 || ascending[0] == ascending[ascending.length - 1]
                ? 0
                : Math.sqrt(squares / (ascending.length - 1));
        Interval percentile = interval(ascending, tail, 1 - tail);
        return new BootstrapResult(
                estimate, mean, deviation, percentile, corrected(estimate, ascending, leftOut, tail), first);
    }

    private static Optional<Corrected> corrected(double estimate, double[] ascending, double[] leftOut, double tail) {
        if (ascending[0] == ascending[ascending.length - 1]) {
            return Optional.empty();
        }
        long below = 0;
        long notAbove = 0;
        for (double value : ascending) {
            below += value < estimate ? 1 : 0;
            notAbove += value <= estimate ? 1 : 0;
        }
        double bias = Normal.quantile((below + notAbove) / (2.0 * ascending.length));
        double acceleration = acceleration(leftOut);
        double low = adjusted(bias, acceleration, Normal.quantile(tail));
        double high = adjusted(bias, acceleration, -Normal.quantile(tail));
        if (!(low >= 0 && high <= 1 && low <= high)) {
            return Optional.empty();
        }
        return Optional.of(new Corrected(interval(ascending, low, high), bias, acceleration));
    }

    /** Jackknife: Σ(mean − left-out value)³ / (6 (Σ(mean − left-out value)²)^1.5). */
    private static double acceleration(double[] leftOut) {
        double mean = Arrays.stream(leftOut).sum() / leftOut.length;
        double cubes = 0;
        double squares = 0;
        for (double value : leftOut) {
            double difference = mean - value;
            squares += difference * difference;
            cubes += difference * difference * difference;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double adjusted(double bias, double acceleration, double z) {
        return Normal.cdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }

    private static Interval interval(double[] ascending, double low, double high) {
        double left = Percentiles.linear(ascending, low);
        return new Interval(left, Math.max(left, Percentiles.linear(ascending, high)));
    }
}
