package sigmark.analysis.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The two-sample Kolmogorov–Smirnov test, two-sided.
 *
 * @param statistic largest distance of the two empirical distributions, 0 to 1
 * @param exact p over all orders of the joined values; absent for samples too large to count
 * @param asymptotic p of one sample of nm/(n + m) values, rounded; absent when that is 0
 */
public record KolmogorovSmirnov(double statistic, OptionalDouble exact, OptionalDouble asymptotic) {
    /** Above this many pairs of values the exact p is not counted. */
    private static final long MOST_PAIRS = 100_000_000L;

    /** Both samples need a value. */
    public static KolmogorovSmirnov of(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            throw new IllegalArgumentException("both samples need a value");
        }
        double[] one = first.clone();
        double[] other = second.clone();
        Arrays.sort(one);
        Arrays.sort(other);
        long n = one.length;
        long m = other.length;
        long farthest = farthest(one, other);
        double statistic = (double) farthest / (n * m);
        long values = (long) Math.rint((double) n * m / (n + m));
        return new KolmogorovSmirnov(
                statistic,
                n * m > MOST_PAIRS ? OptionalDouble.empty() : OptionalDouble.of(outside(n, m, farthest)),
                values == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(KolmogorovDistribution.survival(values, statistic)));
    }

    /** The largest |i·m − j·n| after all values of a size: n·m times the statistic, in whole numbers. */
    private static long farthest(double[] one, double[] other) {
        int i = 0;
        int j = 0;
        long farthest = 0;
        while (i < one.length && j < other.length) {
            double value = Math.min(one[i], other[j]);
            while (i < one.length && one[i] == value) {
                i++;
            }
            while (j < other.length && other[j] == value) {
                j++;
            }
            farthest = Math.max(farthest, Math.abs((long) i * other.length - (long) j * one.length));
        }
        return farthest;
    }

    /** Share of the random paths from (0, 0) to (n, m) that come as far from the diagonal as seen. */
    private static double outside(long n, long m, long farthest) {
        if (farthest == 0) {
            return 1;
        }
        double[] row = new double[(int) m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (Math.abs(i * m - j * n) >= farthest) {
                    row[j] = 1;
                } else if (i + j > 0) {
                    double up = i == 0 ? 0 : row[j] * i;
                    double right = j == 0 ? 0 : row[j - 1] * j;
                    row[j] = (up + right) / (i + j);
                }
            }
        }
        return Math.min(1, row[(int) m]);
    }
}
