package sigmark.analysis.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How many of how many, with intervals. Undefined without samples, and then absent.
 *
 * @param k those that have the property
 * @param n samples in all
 */
public record Proportion(long k, long n) {
    /** Under this many samples a rate is shown, but greyed out. */
    public static final int ENOUGH = 30;

    public Proportion {
        if (k < 0 || n < k) {
            throw new IllegalArgumentException("%d of %d".formatted(k, n));
        }
    }

    public OptionalDouble estimate() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) k / n);
    }

    public boolean fewSamples() {
        return n < ENOUGH;
    }

    public Proportion plus(Proportion other) {
        return new Proportion(k + other.k, n + other.n);
    }

    /** {@link #wilson(double)} at 95 %, the interval for display. */
    public Optional<Interval> wilson() {
        return wilson(0.95);
    }

    /**
     * The interval of Wilson (1927): centre (p + z²/2n)/(1 + z²/n), half width z/(1 + z²/n)·√(p(1−p)/n + z²/4n²). Close
     * to its nominal confidence from small n.
     */
    public Optional<Interval> wilson(double confidence) {
        if (n == 0) {
            return Optional.empty();
        }
        double z = Normal.twoSided(confidence);
        double p = (double) k / n;
        double scale = 1 + z * z / n;
        double centre = (p + z * z / (2.0 * n)) / scale;
        double half = z / scale * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        double low = k == 0 ? 0 : Math.max(0, centre - half);
        double high = k == n ? 1 : Math.min(1, centre + half);
        return Optional.of(new Interval(low, high));
    }

    /** The exact interval of Clopper and Pearson (1934), which never under-covers: for promises and gates. */
    public Optional<Interval> clopperPearson(double confidence) {
        double tail = (1 - confidence) / 2;
        return n == 0 ? Optional.empty() : Optional.of(new Interval(exactLower(tail), exactUpper(tail)));
    }

    /** One-sided exact upper bound: all of 1 − confidence on that side. */
    public OptionalDouble upperBound(double confidence) {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(exactUpper(1 - confidence));
    }

    /** One-sided exact lower bound: all of 1 − confidence on that side. */
    public OptionalDouble lowerBound(double confidence) {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(exactLower(1 - confidence));
    }

    private double exactLower(double tail) {
        return k == 0 ? 0 : BetaDistribution.of((double) k, n - k + 1.0).inverseCumulativeProbability(tail);
    }

    private double exactUpper(double tail) {
        return k == n ? 1 : BetaDistribution.of(k + 1.0, (double) (n - k)).inverseSurvivalProbability(tail);
    }
}
