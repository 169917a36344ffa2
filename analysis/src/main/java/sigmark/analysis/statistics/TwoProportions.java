package sigmark.analysis.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Rates of two independent groups; differences are first minus second. */
public record TwoProportions(Proportion first, Proportion second) {
    /** Probabilities this close to the observed table's count as equal to it. */
    private static final double SAME = 1 + 1e-12;

    private boolean empty() {
        return first.n() == 0 || second.n() == 0;
    }

    /** −1 to 1; absent when a group has no samples, as is all below. */
    public OptionalDouble difference() {
        return empty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) first.k() / first.n() - (double) second.k() / second.n());
    }

    /** Newcombe's interval of the difference (1998, method 10), from the two Wilson intervals. */
    public Optional<Interval> newcombe(double confidence) {
        if (empty()) {
            return Optional.empty();
        }
        double p1 = (double) first.k() / first.n();
        double p2 = (double) second.k() / second.n();
        Interval one = first.wilson(confidence).orElseThrow();
        Interval two = second.wilson(confidence).orElseThrow();
        double d = p1 - p2;
        return Optional.of(new Interval(
                d - Math.hypot(p1 - one.low(), two.high() - p2), d + Math.hypot(one.high() - p1, p2 - two.low())));
    }

    /** The pooled z statistic; 0 when no sample or every sample of both groups is right. */
    public OptionalDouble zPooled() {
        long right = first.k() + second.k();
        long all = first.n() + second.n();
        if (empty() || right == 0 || right == all) {
            return empty() ? OptionalDouble.empty() : OptionalDouble.of(0);
        }
        double pooled = (double) right / all;
        double deviation = Math.sqrt(pooled * (1 - pooled) * (1.0 / first.n() + 1.0 / second.n()));
        return OptionalDouble.of(difference().orElseThrow() / deviation);
    }

    /** Its two-sided p. */
    public OptionalDouble pPooled() {
        OptionalDouble z = zPooled();
        return z.isEmpty() ? z : OptionalDouble.of(2 * Normal.survival(Math.abs(z.getAsDouble())));
    }

    /** Fisher's exact two-sided p: all tables with these margins that are no likelier than the observed one. */
    public OptionalDouble fisher() {
        if (empty()) {
            return OptionalDouble.empty();
        }
        int all = Math.toIntExact(first.n() + second.n());
        var tables =
                HypergeometricDistribution.of(all, Math.toIntExact(first.k() + second.k()), Math.toIntExact(first.n()));
        double observed = tables.probability(Math.toIntExact(first.k()));
        double sum = 0;
        for (int k = tables.getSupportLowerBound(); k <= tables.getSupportUpperBound(); k++) {
            double chance = tables.probability(k);
            sum += chance <= observed * SAME ? chance : 0;
        }
        return OptionalDouble.of(Math.min(1, sum));
    }
}
