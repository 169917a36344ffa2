package sigmark.analysis.statistics;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Permutation test of the mean of paired differences: were the signs up to chance, how often would the mean be as far
 * from 0? Needs no normality and tests what is reported.
 *
 * @param mean of the differences
 * @param asExtreme signings whose sum is at least as far from 0
 * @param signings how many were tried
 * @param p two-sided
 */
public record SignFlip(double mean, long asExtreme, long signings, double p) {
    private static final int ALL_UP_TO = 14;

    /** All signings up to 14 differences, else 9,999 random ones of a fixed seed. Absent without differences. */
    public static Optional<SignFlip> test(double[] differences) {
        return differences.length <= ALL_UP_TO ? exact(differences) : random(differences, 9999, 20_261_125);
    }

    /** All 2ⁿ signings; p is the share as extreme. */
    public static Optional<SignFlip> exact(double[] differences) {
        int n = differences.length;
        if (n == 0) {
            return Optional.empty();
        }
        if (n > 24) {
            throw new IllegalArgumentException(n + " differences are too many for all signings");
        }
        double observed = Math.abs(sum(differences));
        long extreme = 0;
        long all = 1L << n;
        for (long signs = 0; signs < all; signs++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            extreme += asFar(sum, observed) ? 1 : 0;
        }
        return Optional.of(new SignFlip(sum(differences) / n, extreme, all, (double) extreme / all));
    }

    /** Random signings: one {@code nextLong} of {@link SplittableRandom} a difference, negative flips; p = (1 + #)/(B + 1). */
    public static Optional<SignFlip> random(double[] differences, int signings, long seed) {
        int n = differences.length;
        if (n == 0) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(seed);
        double observed = Math.abs(sum(differences));
        long extreme = 0;
        for (int b = 0; b < signings; b++) {
            double sum = 0;
            for (double difference : differences) {
                sum += random.nextLong() < 0 ? -difference : difference;
            }
            extreme += asFar(sum, observed) ? 1 : 0;
        }
        return Optional.of(new SignFlip(sum(differences) / n, extreme, signings, (1.0 + extreme) / (signings + 1.0)));
    }

    /** As far as observed, with slack for sums that differ only by the order of addition. */
    private static boolean asFar(double sum, double observed) {
        return Math.abs(sum) >= observed - 1e-12 * Math.max(1, observed);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
