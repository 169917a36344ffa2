package sigmark.analysis.statistics;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Percentiles by nearest rank: the value at rank ⌈p·n⌉ of the ascending order, counted from 1. Asked for in thousandths,
 * so that the rank is computed in integers (in doubles ⌈0.07·100⌉ is 8).
 */
public final class Percentiles {
    private Percentiles() {}

    /**
     * The rank of a percentile, 1 to n.
     *
     * @param perMille 1 to 1000; 950 is p95
     */
    public static int rank(int n, int perMille) {
        if (n < 1 || perMille < 1 || perMille > 1000) {
            throw new IllegalArgumentException("rank of %d per mille among %d".formatted(perMille, n));
        }
        return (int) (((long) perMille * n + 999) / 1000);
    }

    /** The percentile of values in ascending order; absent when there are none. */
    public static OptionalDouble nearestRank(double[] ascending, int perMille) {
        return ascending.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(ascending[rank(ascending.length, perMille) - 1]);
    }

    /**
     * The rank whose value lies at or above the true percentile with the given confidence, whatever the distribution:
     * the smallest r with P(Bin(n, q) ≤ r − 1) ≥ confidence. Absent when n is under {@link #samplesForBound}.
     */
    public static OptionalInt upperBoundRank(int n, int perMille, double confidence) {
        if (n < samplesForBound(perMille, confidence)) {
            return OptionalInt.empty();
        }
        BinomialDistribution below = BinomialDistribution.of(n, perMille / 1000.0);
        int low = 1;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (below.cumulativeProbability(middle - 1) >= confidence) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalInt.of(low);
    }

    /**
     * How many of the slowest values MLPerf's early stopping lets pass: the largest d with
     * P(Bin(n, 1 − q) ≤ d + 1) ≤ 1 − confidence. Absent when there are too few values.
     */
    public static OptionalInt mlperfDiscard(int n, int perMille, double confidence) {
        BinomialDistribution above = BinomialDistribution.of(n, 1 - perMille / 1000.0);
        int discard = -1;
        while (discard + 2 < n && above.cumulativeProbability(discard + 2) <= 1 - confidence) {
            discard++;
        }
        return discard < 0 ? OptionalInt.empty() : OptionalInt.of(discard);
    }

    /** The fewest values that have such a bound: smallest n with qⁿ ≤ 1 − confidence; 299 for p99 at 95 %. */
    public static int samplesForBound(int perMille, double confidence) {
        if (perMille < 1 || perMille > 999 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("bound of %d per mille at %s".formatted(perMille, confidence));
        }
        return (int) Math.ceil(Math.log1p(-confidence) / Math.log(perMille / 1000.0) - 1e-12);
    }

    /** The quantile q of values in ascending order by linear interpolation at place q·(n − 1), numpy's default. */
    public static double linear(double[] ascending, double q) {
        double place = q * (ascending.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, ascending.length - 1);
        double share = place - below;
        double difference = ascending[above] - ascending[below];
        return share >= 0.5 ? ascending[above] - difference * (1 - share) : ascending[below] + difference * share;
    }
}
