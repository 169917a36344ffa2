package sigmark.analysis.online;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;

/**
 * Two versions that shared the traffic, held against each other at the end of every day with numbers that hold however
 * often one looks: the mixture sequential probability ratio test (Johari and others 2017) for rates with unequal numbers,
 * Λ = √(v/(v + τ²)) exp(τ²d²/(2v(v + τ²))), v = p_Aq_A/n_A + p_Bq_B/n_B, and the interval of all differences that it does
 * not reject. The variance is that of single results times the design effect of users.
 *
 * @param first the older version
 * @param looks one a day on which both had requests, summed from the first such day on
 * @param designEffect by which v was widened
 * @param assignmentP χ² of the users' numbers against equal shares; under 0.001 the split is broken if equal shares were
 *     meant; absent when users are not named
 */
public record SequentialComparison(
        String first, String second, List<Look> looks, double designEffect, OptionalDouble assignmentP) {
    /** Variance of the differences expected: about three points. */
    public static final double MIXTURE = 0.001;

    /** Chance that the two are ever told apart though they are equal. */
    public static final double ALPHA = 0.05;

    public SequentialComparison {
        looks = List.copyOf(looks);
    }

    /** A day's judged results of both, edited among them. */
    public record Day(LocalDate day, Proportion first, Proportion second) {}

    /**
     * What is known at the end of a day.
     *
     * @param difference second minus first, of edit rates among judged
     * @param interval of the difference, at every look at once; absent while a rate has no variance
     * @param p the smallest of this and all looks before
     */
    public record Look(
            LocalDate day,
            Proportion first,
            Proportion second,
            double difference,
            Optional<Interval> interval,
            double p) {}

    /** Looks at the end of each day; days without judged results of both are passed over. */
    public static SequentialComparison of(
            String first, String second, List<Day> days, double designEffect, long firstUsers, long secondUsers) {
        List<Look> looks = new ArrayList<>();
        Proportion one = new Proportion(0, 0);
        Proportion other = new Proportion(0, 0);
        double p = 1;
        for (Day day : days) {
            one = one.plus(day.first());
            other = other.plus(day.second());
            if (one.n() == 0 || other.n() == 0) {
                continue;
            }
            double d = rate(other) - rate(one);
            double v = (variance(one) + variance(other)) * designEffect;
            p = Math.min(p, v > 0 ? Math.exp(-logRatio(d, v)) : 1);
            looks.add(new Look(day.day(), one, other, d, interval(d, v), p));
        }
        return new SequentialComparison(first, second, looks, designEffect, assignment(firstUsers, secondUsers));
    }

    private static double rate(Proportion proportion) {
        return proportion.estimate().orElseThrow();
    }

    private static double variance(Proportion proportion) {
        return rate(proportion) * (1 - rate(proportion)) / proportion.n();
    }

    /** ln Λ. */
    static double logRatio(double d, double v) {
        double wide = v + MIXTURE;
        return Math.log(v / wide) / 2 + MIXTURE * d * d / (2 * v * wide);
    }

    private static Optional<Interval> interval(double d, double v) {
        if (!(v > 0)) {
            return Optional.empty();
        }
        double wide = v + MIXTURE;
        double half = Math.sqrt(2 * v * wide / MIXTURE * (Math.log(1 / ALPHA) + Math.log(wide / v) / 2));
        return Optional.of(new Interval(Math.max(-1, d - half), Math.min(1, d + half)));
    }

    private static OptionalDouble assignment(long one, long other) {
        if (one + other == 0) {
            return OptionalDouble.empty();
        }
        double half = (one + other) / 2.0;
        double statistic = 2 * (one - half) * (one - half) / half;
        return OptionalDouble.of(ChiSquaredDistribution.of(1).survivalProbability(statistic));
    }

    /** The newest look. */
    public Optional<Look> last() {
        return looks.isEmpty() ? Optional.empty() : Optional.of(looks.get(looks.size() - 1));
    }

    /** The first day at whose end the two could be told apart. */
    public Optional<LocalDate> decidedOn() {
        return looks.stream().filter(look -> look.p() <= ALPHA).map(Look::day).findFirst();
    }
}
