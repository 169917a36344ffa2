package sigmark.analysis.verdict;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Percentiles;

/**
 * Whether a percentile keeps a bound, whatever the distribution: of n values with k at or under the bound it does with
 * 95 % confidence when P(Bin(n, q) ≤ k − 1) ≥ 0.95, and does not when P(Bin(n, q) ≤ k) ≤ 0.05.
 */
final class PercentileTest {
    private static final double CONFIDENCE = 0.95;
    private static final long MOST = 10_000_000;

    private final double[] ascending;
    private final int perMille;

    PercentileTest(double[] values, int perMille) {
        this.ascending = values.clone();
        Arrays.sort(ascending);
        this.perMille = perMille;
    }

    OptionalDouble value() {
        return Percentiles.nearestRank(ascending, perMille);
    }

    /** From the lower to the upper bound of the percentile; absent while there is no upper one. */
    Optional<Interval> interval() {
        if (ascending.length == 0) {
            return Optional.empty();
        }
        OptionalInt upper = Percentiles.upperBoundRank(ascending.length, perMille, CONFIDENCE);
        if (upper.isEmpty()) {
            return Optional.empty();
        }
        BinomialDistribution below = BinomialDistribution.of(ascending.length, perMille / 1000.0);
        int rank = 1;
        while (rank < ascending.length && below.cumulativeProbability(rank) <= 1 - CONFIDENCE) {
            rank++;
        }
        return Optional.of(new Interval(
                Math.min(ascending[rank - 1], ascending[upper.getAsInt() - 1]), ascending[upper.getAsInt() - 1]));
    }

    Outcome against(double bound) {
        return outcome(ascending.length, kept(bound));
    }

    /** How many more like these would decide; absent when it is decided or so near that millions would not. */
    OptionalLong missing(double bound) {
        int n = ascending.length;
        double share = n == 0 ? 1 : (double) kept(bound) / n;
        long low = n;
        long high = Math.max(1, n);
        while (outcome(high, Math.round(high * share)) == Outcome.UNDECIDED) {
            low = high;
            high = high + Math.max(1, high / 4);
            if (high > MOST) {
                return OptionalLong.empty();
            }
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (outcome(middle, Math.round(middle * share)) == Outcome.UNDECIDED) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high > n ? OptionalLong.of(high - n) : OptionalLong.empty();
    }

    private long kept(double bound) {
        return Arrays.stream(ascending).filter(value -> value <= bound).count();
    }

    private Outcome outcome(long n, long kept) {
        if (n == 0) {
            return Outcome.UNDECIDED;
        }
        BinomialDistribution below = BinomialDistribution.of((int) n, perMille / 1000.0);
        if (kept > 0 && below.cumulativeProbability((int) kept - 1) >= CONFIDENCE) {
            return Outcome.MET;
        }
        return below.cumulativeProbability((int) kept) <= 1 - CONFIDENCE ? Outcome.MISSED : Outcome.UNDECIDED;
    }
}
