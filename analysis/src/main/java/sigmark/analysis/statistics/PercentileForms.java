package sigmark.analysis.statistics;

import org.HdrHistogram.Histogram;

/**
 * Other definitions of a percentile than the nearest rank, to compare with other programs. Names are numpy's; places are
 * those of Hyndman and Fan (1996). Values must be in ascending order and at least one.
 */
public final class PercentileForms {
    private static final int DIGITS = 3;

    private PercentileForms() {}

    /** Linear interpolation at place q(n − 1), numpy's default (type 7). */
    public static double linear(double[] ascending, int perMille) {
        return Percentiles.linear(ascending, perMille / 1000.0);
    }

    /** The nearest rank, or the mean of two values where q·n is whole (type 2). */
    public static double averagedInvertedCdf(double[] ascending, int perMille) {
        long place = (long) perMille * ascending.length;
        int rank = (int) ((place + 999) / 1000);
        boolean between = place % 1000 == 0;
        double low = value(ascending, rank);
        return between ? (low + value(ascending, rank + 1)) / 2 : low;
    }

    /** Place qn + ½ (type 5). */
    public static double hazen(double[] ascending, int perMille) {
        return at(ascending, perMille / 1000.0 * ascending.length + 0.5);
    }

    /** Place q(n + 1) (type 6). */
    public static double weibull(double[] ascending, int perMille) {
        return at(ascending, perMille / 1000.0 * (ascending.length + 1));
    }

    /** Place q(n + ⅓) + ⅓ (type 8). */
    public static double medianUnbiased(double[] ascending, int perMille) {
        return at(ascending, perMille / 1000.0 * (ascending.length + 1.0 / 3) + 1.0 / 3);
    }

    /** The value at or below place q(n − 1). */
    public static double lower(double[] ascending, int perMille) {
        return ascending[(int) ((long) perMille * (ascending.length - 1) / 1000)];
    }

    /** The value at or above place q(n − 1). */
    public static double higher(double[] ascending, int perMille) {
        return ascending[(int) (((long) perMille * (ascending.length - 1) + 999) / 1000)];
    }

    /** Halfway between {@link #lower} and {@link #higher}. */
    public static double midpoint(double[] ascending, int perMille) {
        return (lower(ascending, perMille) + higher(ascending, perMille)) / 2;
    }

    /** What a histogram of three digits answers; values are rounded to whole numbers from 0. */
    public static long histogram(double[] ascending, int perMille) {
        Histogram histogram = new Histogram(DIGITS);
        for (double value : ascending) {
            histogram.recordValue(Math.round(value));
        }
        return histogram.getValueAtPercentile(perMille / 10.0);
    }

    /** Interpolated at a place counted from 1, cut off at both ends. */
    private static double at(double[] ascending, double place) {
        double inside = Math.max(1, Math.min(ascending.length, place));
        int below = (int) Math.floor(inside);
        double low = value(ascending, below);
        return low + (inside - below) * (value(ascending, below + 1) - low);
    }

    private static double value(double[] ascending, int rank) {
        return ascending[Math.max(1, Math.min(ascending.length, rank)) - 1];
    }
}
