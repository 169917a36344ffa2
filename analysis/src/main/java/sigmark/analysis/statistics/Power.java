package sigmark.analysis.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Samples that find a difference with a wanted power. All answers are before rounding up; α is two-sided unless
 * {@code sides} is 1.
 */
public final class Power {
    private static final double MOST = 1e12;

    private Power() {}

    /** Samples in each of two groups (Fleiss 1981): (z_{α/2} √(2p̄q̄) + z_β √(p₁q₁ + p₂q₂))²/(p₁ − p₂)². */
    public static double twoProportions(double p1, double p2, double alpha, double power, int sides) {
        checkDifferent(p1, p2);
        double mean = (p1 + p2) / 2;
        double root = quantile(alpha, sides) * Math.sqrt(2 * mean * (1 - mean))
                + Normal.quantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        return root * root / ((p1 - p2) * (p1 - p2));
    }

    /** The same by Cohen's effect size h = 2 asin √p₁ − 2 asin √p₂ (1988), both tails counted when two-sided. */
    public static double twoProportionsArcsine(double p1, double p2, double alpha, double power, int sides) {
        checkDifferent(p1, p2);
        double h = Math.abs(2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)));
        double edge = quantile(alpha, sides);
        return smallest(0, power, n -> {
            double shift = h * Math.sqrt(n / 2);
            return Normal.survival(edge - shift) + (sides == 2 ? Normal.cdf(-edge - shift) : 0);
        });
    }

    /** Pairs for the two-sided paired t test, by the noncentral t distribution. */
    public static double pairedMean(double difference, double deviation, double alpha, double power) {
        if (difference == 0 || !(deviation > 0)) {
            throw new IllegalArgumentException("the mean difference must not be 0 and its deviation above 0");
        }
        double effect = Math.abs(difference / deviation);
        return smallest(2, power, n -> pairedPower(n, effect, alpha));
    }

    private static double pairedPower(double n, double effect, double alpha) {
        double freedom = n - 1;
        TDistribution t = TDistribution.of(freedom);
        double edge = t.inverseSurvivalProbability(alpha / 2);
        for (int step = 0; step < 3; step++) {
            edge += (t.survivalProbability(edge) - alpha / 2) / t.density(edge);
        }
        return beyond(edge, effect * Math.sqrt(n), freedom);
    }

    /**
     * P(|T| > edge) of the noncentral t: the mean of Φ(δ − edge·s) + Φ(−δ − edge·s) over s = √(χ²/ν), by the trapezoid
     * rule in ln s, where the density is proportional to exp(ν(x − (e^{2x} − 1)/2)).
     */
    private static double beyond(double edge, double shift, double freedom) {
        double step = 1 / (16 * Math.sqrt(2 * freedom));
        double mean = 0;
        double weights = 0;
        for (int direction = -1; direction <= 1; direction += 2) {
            double weight = 1;
            for (int i = direction < 0 ? 1 : 0; weight > 1e-18; i++) {
                double x = direction * i * step;
                weight = Math.exp(freedom * (x - Math.expm1(2 * x) / 2));
                double scaled = edge * Math.exp(x);
                mean += weight * (Normal.cdf(shift - scaled) + Normal.cdf(-shift - scaled));
                weights += weight;
            }
        }
        return mean / weights;
    }

    private static double smallest(double from, double power, DoubleUnaryOperator reached) {
        double low = from;
        double high = from + 1;
        while (reached.applyAsDouble(high) < power) {
            low = high;
            high *= 2;
            if (high > MOST) {
                throw new IllegalArgumentException("no number of samples in reach is enough");
            }
        }
        while (high - low > 1e-13 * high) {
            double middle = (low + high) / 2;
            if (reached.applyAsDouble(middle) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double quantile(double alpha, int sides) {
        if (sides != 1 && sides != 2) {
            throw new IllegalArgumentException("a test has 1 side or 2, not %d".formatted(sides));
        }
        return -Normal.quantile(alpha / sides);
    }

    private static void checkDifferent(double p1, double p2) {
        if (p1 == p2) {
            throw new IllegalArgumentException("no difference to detect");
        }
    }
}
