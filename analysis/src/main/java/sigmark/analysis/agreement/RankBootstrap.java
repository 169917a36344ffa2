package sigmark.analysis.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Percentiles;

/**
 * Percentile intervals of rank coefficients by drawing items again with replacement, in the way of
 * {@link sigmark.analysis.statistics.Bootstrap}. Resamples in which one list is all tied are dropped and counted.
 *
 * @param dropped resamples left out
 * @param kendall interval of τ-b; absent when all were dropped, as is the next
 * @param spearman interval of Spearman's coefficient
 */
public record RankBootstrap(int dropped, Optional<Interval> kendall, Optional<Interval> spearman) {
    /** Comparisons of pairs above this are refused, so that a request cannot run without end. */
    private static final double MOST_WORK = 2e10;

    /** Draws {@code resamples} times with the generator of the seed. */
    public static RankBootstrap of(double[] first, double[] second, int resamples, long seed, double confidence) {
        int n = first.length;
        if (second.length != n) {
            throw new IllegalArgumentException("%d values against %d".formatted(n, second.length));
        }
        if ((double) n * n * resamples > MOST_WORK) {
            throw new IllegalArgumentException("too many items for so many resamples");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] kendall = new double[resamples];
        double[] spearman = new double[resamples];
        int kept = 0;
        for (int b = 0; b < resamples; b++) {
            double[] one = new double[n];
            double[] other = new double[n];
            for (int i = 0; i < n; i++) {
                int place = (int) (random.nextDouble() * n);
                one[i] = first[place];
                other[i] = second[place];
            }
            RankAgreement drawn = RankAgreement.of(one, other);
            if (drawn.kendall().isPresent() && drawn.spearman().isPresent()) {
                kendall[kept] = drawn.kendall().getAsDouble();
                spearman[kept] = drawn.spearman().getAsDouble();
                kept++;
            }
        }
        return new RankBootstrap(
                resamples - kept, interval(kendall, kept, confidence), interval(spearman, kept, confidence));
    }

    private static Optional<Interval> interval(double[] values, int kept, double confidence) {
        if (kept == 0) {
            return Optional.empty();
        }
        double[] ascending = Arrays.copyOf(values, kept);
        Arrays.sort(ascending);
        double tail = (1 - confidence) / 2;
        double low = Percentiles.linear(ascending, tail);
        return Optional.of(new Interval(low, Math.max(low, Percentiles.linear(ascending, 1 - tail))));
    }
}
