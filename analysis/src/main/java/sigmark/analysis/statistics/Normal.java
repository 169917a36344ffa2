package sigmark.analysis.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** Φ(z): probability of a value at or below z. */
    public static double cdf(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** 1 − Φ(z), exact in the far tail too. */
    public static double survival(double z) {
        return STANDARD.survivalProbability(z);
    }

    /** The density at z. */
    public static double density(double z) {
        return STANDARD.density(z);
    }

    /** Φ⁻¹(p); infinite at 0 and 1. */
    public static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /** The z that leaves (1 − confidence) / 2 on each side: 1.96 for 0.95. */
    public static double twoSided(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence %s is not between 0 and 1".formatted(confidence));
        }
        return STANDARD.inverseSurvivalProbability((1 - confidence) / 2);
    }
}
