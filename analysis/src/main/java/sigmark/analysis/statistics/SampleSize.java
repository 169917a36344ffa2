package sigmark.analysis.statistics;

import java.util.function.LongPredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The number of samples that answers a question, in the usual normal forms unless said otherwise. */
public final class SampleSize {
    private static final long MOST = 1L << 40;

    /** Numbers of pairs above this get no exact power: the sum would take too long. */
    private static final long MOST_PAIRS = 100_000;

    private SampleSize() {}

    /** z² p(1 − p)/h². */
    public static long normal(double p, double halfWidth, double z) {
        return (long) Math.ceil(z * z * p * (1 - p) / (halfWidth * halfWidth) - 1e-9);
    }

    /** The smallest n at which Wilson's interval around p is no wider than ±h. */
    public static long wilson(double p, double halfWidth, double z) {
        return smallest(n -> z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n)) <= halfWidth);
    }

    /** (z s/h)². */
    public static long mean(double deviation, double halfWidth, double z) {
        if (!(deviation >= 0 && halfWidth > 0)) {
            throw new IllegalArgumentException("a half width must be above 0 and a deviation not below");
        }
        double root = z * deviation / halfWidth;
        return (long) Math.ceil(root * root - 1e-9);
    }

    /** The smallest n for which no error found puts the exact one-sided bound at or under the wanted one. */
    public static long zeroFailures(double upperBound, double confidence) {
        return (long) Math.ceil(Math.log1p(-confidence) / Math.log1p(-upperBound) - 1e-12);
    }

    /** Pairs for McNemar's test (Connor 1987): (z_{α/2} √s + z_β √(s − d²))²/d². */
    public static long mcnemar(double onlyFirst, double onlySecond, double alpha, double power) {
        double d = onlyFirst - onlySecond;
        double s = onlyFirst + onlySecond;
        if (d == 0 || s > 1) {
            throw new IllegalArgumentException("the two shares must differ and sum to at most 1");
        }
        double root = Normal.twoSided(1 - alpha) * Math.sqrt(s) + Normal.quantile(power) * Math.sqrt(s - d * d);
        return (long) Math.ceil(root * root / (d * d));
    }

    /** Power of the exact test at n pairs, whatever the number of discordant ones turns out to be. */
    public static double exactPower(double onlyFirst, double onlySecond, double alpha, long n) {
        if (n > MOST_PAIRS) {
            return Double.NaN;
        }
        double share = onlyFirst / (onlyFirst + onlySecond);
        BinomialDistribution discordant = BinomialDistribution.of((int) n, Math.min(1, onlyFirst + onlySecond));
        double power = 0;
        for (int m = 1; m <= n; m++) {
            double weight = discordant.probability(m);
            int edge = weight < 1e-18 ? -1 : rejectUpTo(m, alpha);
            if (edge >= 0) {
                BinomialDistribution found = BinomialDistribution.of(m, share);
                power += weight * (found.cumulativeProbability(edge) + found.survivalProbability(m - edge - 1));
            }
        }
        return power;
    }

    /** The largest count on one side at which 2 P(Bin(m, ½) ≤ count) ≤ α; −1 when there is none. */
    private static int rejectUpTo(int m, double alpha) {
        BinomialDistribution fair = BinomialDistribution.of(m, 0.5);
        int edge = fair.inverseCumulativeProbability(alpha / 2);
        while (edge >= 0 && 2 * fair.cumulativeProbability(edge) > alpha) {
            edge--;
        }
        return edge;
    }

    private static long smallest(LongPredicate enough) {
        long high = 1;
        while (!enough.test(high)) {
            high *= 2;
            if (high > MOST) {
                throw new IllegalArgumentException("no number of samples in reach is enough");
            }
        }
        long low = high / 2;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (enough.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
