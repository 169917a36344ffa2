package sigmark.analysis.online;

import java.util.Optional;

/**
 * Logistic regression of an outcome on one score, by Newton's method to the largest likelihood.
 *
 * @param slope log odds for one unit of the score
 * @param interceptError standard error by the observed information, as is the next
 */
public record LogisticFit(
        double intercept, double slope, double interceptError, double slopeError, double logLikelihood) {
    private static final int MOST_STEPS = 100;
    private static final double DONE = 1e-13;

    /** Whether, and why not, a finite fit exists. */
    public enum Fit {
        FINITE,
        ONE_OUTCOME,
        ONE_SCORE,
        SEPARATED
    }

    /** Looks whether a finite slope exists. */
    public static Fit possible(double[] scores, boolean[] outcomes) {
        double[] lowest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] highest = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < scores.length; i++) {
            int kind = outcomes[i] ? 1 : 0;
            lowest[kind] = Math.min(lowest[kind], scores[i]);
            highest[kind] = Math.max(highest[kind], scores[i]);
        }
        if (lowest[0] > highest[0] || lowest[1] > highest[1]) {
            return Fit.ONE_OUTCOME;
        }
        if (Math.min(lowest[0], lowest[1]) == Math.max(highest[0], highest[1])) {
            return Fit.ONE_SCORE;
        }
        return highest[0] <= lowest[1] || highest[1] <= lowest[0] ? Fit.SEPARATED : Fit.FINITE;
    }

    /** Absent unless {@link #possible} says that it is finite. */
    public static Optional<LogisticFit> of(double[] scores, boolean[] outcomes) {
        if (possible(scores, outcomes) != Fit.FINITE) {
            return Optional.empty();
        }
        double a = 0;
        double b = 0;
        double[] sums = sums(scores, outcomes, a, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            double da = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            double db = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
            double[] next = sums(scores, outcomes, a + da, b + db);
            for (int halved = 0; halved < 50 && next[5] < sums[5] - DONE * Math.abs(sums[5]); halved++) {
                da /= 2;
                db /= 2;
                next = sums(scores, outcomes, a + da, b + db);
            }
            a += da;
            b += db;
            sums = next;
            if (Math.abs(da) + Math.abs(db) < DONE * (1 + Math.abs(a) + Math.abs(b))) {
                break;
            }
        }
        double determinant = sums[2] * sums[4] - sums[3] * sums[3];
        return Optional.of(
                new LogisticFit(a, b, Math.sqrt(sums[4] / determinant), Math.sqrt(sums[2] / determinant), sums[5]));
    }

    /** Gradient (two), information (three) and log likelihood. */
    private static double[] sums(double[] scores, boolean[] outcomes, double a, double b) {
        double[] sums = new double[6];
        for (int i = 0; i < scores.length; i++) {
            double odds = a + b * scores[i];
            double share = 1 / (1 + Math.exp(-odds));
            double miss = (outcomes[i] ? 1 : 0) - share;
            double weight = share * (1 - share);
            sums[0] += miss;
            sums[1] += miss * scores[i];
            sums[2] += weight;
            sums[3] += weight * scores[i];
            sums[4] += weight * scores[i] * scores[i];
            double against = outcomes[i] ? -odds : odds;
            sums[5] -= Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
        }
        return sums;
    }
}
