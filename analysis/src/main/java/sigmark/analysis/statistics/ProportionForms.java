package sigmark.analysis.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** Two more intervals of a rate, shown beside Wilson's for comparison. */
public final class ProportionForms {
    private ProportionForms() {}

    /** Wilson's interval with continuity correction (Newcombe 1998, method 4); absent without samples. */
    public static Optional<Interval> wilsonContinuity(Proportion rate, double confidence) {
        double n = rate.n();
        if (n == 0) {
            return Optional.empty();
        }
        double z = Normal.twoSided(confidence);
        double p = rate.k() / n;
        double q = 1 - p;
        double centre = 2 * n * p + z * z;
        double below = Math.max(0, z * z - 2 - 1 / n + 4 * p * (n * q + 1));
        double above = Math.max(0, z * z + 2 - 1 / n + 4 * p * (n * q - 1));
        double low = rate.k() == 0 ? 0 : (centre - 1 - z * Math.sqrt(below)) / (2 * (n + z * z));
        double high = rate.k() == rate.n() ? 1 : (centre + 1 + z * Math.sqrt(above)) / (2 * (n + z * z));
        return Optional.of(new Interval(Math.max(0, low), Math.min(1, high)));
    }

    /** Equal tails of Beta(k + ½, n − k + ½) (Brown, Cai and DasGupta 2001); absent without samples. */
    public static Optional<Interval> jeffreys(Proportion rate, double confidence) {
        if (rate.n() == 0) {
            return Optional.empty();
        }
        BetaDistribution posterior = BetaDistribution.of(rate.k() + 0.5, rate.n() - rate.k() + 0.5);
        double tail = (1 - confidence) / 2;
        return Optional.of(
                new Interval(posterior.inverseCumulativeProbability(tail), posterior.inverseSurvivalProbability(tail)));
    }
}
