package sigmark.analysis.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** How far the shares of categories moved between two populations, from counts in the same order of categories. */
public final class CategoryDrift {
    private static final double FLOOR = 1e-4;

    private final double[] before;
    private final double[] after;
    private final double totalBefore;
    private final double totalAfter;

    /** Counts of both; each population must hold something. */
    public CategoryDrift(double[] before, double[] after) {
        this.before = before.clone();
        this.after = after.clone();
        totalBefore = Arrays.stream(before).sum();
        totalAfter = Arrays.stream(after).sum();
        boolean negative = Arrays.stream(before).anyMatch(count -> count < 0)
                || Arrays.stream(after).anyMatch(count -> count < 0);
        if (before.length != after.length || negative || !(totalBefore > 0 && totalAfter > 0)) {
            throw new IllegalArgumentException("both populations need counts of the same categories");
        }
    }

    /** Population stability index Σ(q − p) ln(q/p) with shares under 1e−4 raised to it. */
    public double stabilityIndex() {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += symmetric(Math.max(before[i] / totalBefore, FLOOR), Math.max(after[i] / totalAfter, FLOOR));
        }
        return sum;
    }

    /** The same with half a sample added to each category. */
    public double stabilityIndexAddHalf() {
        double extra = before.length / 2.0;
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += symmetric((before[i] + 0.5) / (totalBefore + extra), (after[i] + 0.5) / (totalAfter + extra));
        }
        return sum;
    }

    /** Jensen–Shannon divergence in bits (Lin 1991), 0 to 1. */
    public double jensenShannonBits() {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            double p = before[i] / totalBefore;
            double q = after[i] / totalAfter;
            sum += relative(p, (p + q) / 2) + relative(q, (p + q) / 2);
        }
        return Math.max(0, sum / 2 / Math.log(2));
    }

    /** Half the sum of the shares' differences, 0 to 1. */
    public double totalVariation() {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += Math.abs(before[i] / totalBefore - after[i] / totalAfter);
        }
        return sum / 2;
    }

    /** p of Pearson's χ² test for equal shares; categories that are empty in both are left out; 1 with one category. */
    public double chiSquaredP() {
        double all = totalBefore + totalAfter;
        double statistic = 0;
        int categories = 0;
        for (int i = 0; i < before.length; i++) {
            double both = before[i] + after[i];
            if (both > 0) {
                categories++;
                double expectedBefore = both * totalBefore / all;
                double expectedAfter = both * totalAfter / all;
                statistic += square(before[i] - expectedBefore) / expectedBefore
                        + square(after[i] - expectedAfter) / expectedAfter;
            }
        }
        return categories < 2 ? 1 : ChiSquaredDistribution.of(categories - 1.0).survivalProbability(statistic);
    }

    private static double symmetric(double p, double q) {
        return (q - p) * Math.log(q / p);
    }

    private static double relative(double p, double of) {
        return p == 0 ? 0 : p * Math.log(p / of);
    }

    private static double square(double value) {
        return value * value;
    }
}
