package sigmark.analysis.sampling;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** The chance that a package is accepted: at most c wrong among n inspected at random (Schilling and Neubauer 2009). */
public final class Acceptance {
    private Acceptance() {}

    /** For a process that goes wrong with chance p. */
    public static double binomial(int n, int c, double p) {
        return n == 0 ? 1 : BinomialDistribution.of(n, p).cumulativeProbability(c);
    }

    /** For a lot of N items, D of them wrong. */
    public static double lot(int lotSize, int defects, int n, int c) {
        return HypergeometricDistribution.of(lotSize, defects, n).cumulativeProbability(c);
    }

    /** The largest number of wrong items in the lot that fits what was found: P(X ≤ found | D) > 1 − confidence. */
    public static int defectsUpper(int lotSize, int n, int found, double confidence) {
        if (found > n || n > lotSize) {
            throw new IllegalArgumentException("%d found among %d of %d".formatted(found, n, lotSize));
        }
        int low = found;
        int high = lotSize - (n - found);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lot(lotSize, middle, n, found) > 1 - confidence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
