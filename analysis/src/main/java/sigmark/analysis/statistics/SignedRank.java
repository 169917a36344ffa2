package sigmark.analysis.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Wilcoxon's signed-rank test (1945) in this convention: zeros are dropped, ties get mid-ranks; exact up to 60 non-zero
 * differences with ties included, above that normal with tie and continuity correction.
 *
 * @param nonZero differences that are not 0
 * @param plus sum of the ranks of positive differences
 * @param minus sum of the ranks of negative ones
 * @param exactP absent above 60
 * @param normalP without continuity correction; absent without non-zero differences
 * @param correctedP with continuity correction
 */
public record SignedRank(
        int nonZero,
        double plus,
        double minus,
        OptionalDouble exactP,
        OptionalDouble normalP,
        OptionalDouble correctedP) {
    private static final int EXACT_UP_TO = 60;

    /** Tests differences of pairs. */
    public static SignedRank test(double[] differences) {
        double[] kept = Arrays.stream(differences).filter(d -> d != 0).toArray();
        int n = kept.length;
        long[] doubled = doubledRanks(kept);
        long plus = 0;
        long all = 0;
        for (int i = 0; i < n; i++) {
            all += doubled[i];
            plus += kept[i] > 0 ? doubled[i] : 0;
        }
        if (n == 0) {
            return new SignedRank(0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
        double variance = 0;
        for (long rank : doubled) {
            variance += rank * (double) rank / 16;
        }
        double distance = Math.abs(plus / 2.0 - all / 4.0);
        return new SignedRank(
                n,
                plus / 2.0,
                (all - plus) / 2.0,
                n <= EXACT_UP_TO ? OptionalDouble.of(exact(doubled, plus, all)) : OptionalDouble.empty(),
                OptionalDouble.of(twoSided(distance, variance)),
                OptionalDouble.of(twoSided(Math.max(0, distance - 0.5), variance)));
    }

    /** The p to show: exact where there is one; absent when every difference is 0. */
    public OptionalDouble p() {
        return exactP.isPresent() ? exactP : correctedP;
    }

    /** (plus − minus) / (plus + minus), −1 to 1; absent without non-zero differences. */
    public OptionalDouble rankBiserial() {
        return nonZero == 0 ? OptionalDouble.empty() : OptionalDouble.of((plus - minus) / (plus + minus));
    }

    /** Median of the means of all pairs of differences, each with itself too; zeros kept. Absent without any. */
    public static OptionalDouble hodgesLehmann(double[] differences) {
        int n = differences.length;
        if (n == 0) {
            return OptionalDouble.empty();
        }
        double[] means = new double[n * (n + 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                means[at++] = (differences[i] + differences[j]) / 2;
            }
        }
        Arrays.sort(means);
        int middle = means.length / 2;
        return OptionalDouble.of(means.length % 2 == 1 ? means[middle] : (means[middle - 1] + means[middle]) / 2);
    }

    private static double twoSided(double distance, double variance) {
        return Math.min(1, 2 * Normal.survival(distance / Math.sqrt(variance)));
    }

    /** Twice the mid-ranks of the absolute values, so that they are whole. */
    private static long[] doubledRanks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(Math.abs(values[a]), Math.abs(values[b])));
        long[] doubled = new long[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && Math.abs(values[order[to]]) == Math.abs(values[order[from]])) {
                to++;
            }
            for (int i = from; i < to; i++) {
                doubled[order[i]] = from + 1L + to;
            }
            from = to;
        }
        return doubled;
    }

    /** Distribution of the doubled rank sum by convolution: each rank is in or out with equal chance. */
    private static double exact(long[] doubled, long plus, long all) {
        double[] chance = new double[(int) all + 1];
        chance[0] = 1;
        int reached = 0;
        for (long rank : doubled) {
            reached += (int) rank;
            for (int sum = reached; sum >= 0; sum--) {
                double without = chance[sum];
                double with = sum >= rank ? chance[sum - (int) rank] : 0;
                chance[sum] = (without + with) / 2;
            }
        }
        double below = 0;
        double above = 0;
        for (int sum = 0; sum <= all; sum++) {
            below += sum <= plus ? chance[sum] : 0;
            above += sum >= plus ? chance[sum] : 0;
        }
        return Math.min(1, 2 * Math.min(below, above));
    }
}
