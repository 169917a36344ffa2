package sigmark.analysis.statistics;

import java.util.Arrays;

/** Corrects p values for how many were looked at. Answers stand in the order of the p values given. */
public final class Multiplicity {
    private Multiplicity() {}

    /** Holm (1979): the chance of even one false alarm stays under α. For claims. */
    public static double[] holm(double[] p) {
        int m = p.length;
        Integer[] order = ascending(p);
        double[] adjusted = new double[m];
        double highest = 0;
        for (int i = 0; i < m; i++) {
            highest = Math.max(highest, Math.min(1, p[order[i]] * (m - i)));
            adjusted[order[i]] = highest;
        }
        return adjusted;
    }

    /** Benjamini and Hochberg (1995): of the alarms at most a share α is false on average. For lists to look at. */
    public static double[] benjaminiHochberg(double[] p) {
        return stepUp(p, 1);
    }

    /** Benjamini and Yekutieli (2001): the same under any dependence. */
    public static double[] benjaminiYekutieli(double[] p) {
        double harmonic = 0;
        for (int i = 1; i <= p.length; i++) {
            harmonic += 1.0 / i;
        }
        return stepUp(p, harmonic);
    }

    /** Bonferroni: p times their number. */
    public static double[] bonferroni(double[] p) {
        return Arrays.stream(p).map(one -> Math.min(1, one * p.length)).toArray();
    }

    private static double[] stepUp(double[] p, double factor) {
        int m = p.length;
        Integer[] order = ascending(p);
        double[] adjusted = new double[m];
        double lowest = 1;
        for (int i = m - 1; i >= 0; i--) {
            lowest = Math.min(lowest, p[order[i]] * m / (i + 1) * factor);
            adjusted[order[i]] = lowest;
        }
        return adjusted;
    }

    private static Integer[] ascending(double[] p) {
        for (double one : p) {
            if (!(one >= 0 && one <= 1)) {
                throw new IllegalArgumentException("p value " + one);
            }
        }
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
        return order;
    }
}
