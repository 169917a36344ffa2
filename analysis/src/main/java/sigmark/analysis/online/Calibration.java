package sigmark.analysis.online;

import java.util.Arrays;
import java.util.OptionalDouble;
import sigmark.analysis.agreement.RankAgreement;

/** How well scores from 0 to 1 foretell outcomes, such as an offline error the user's edit. Needs at least one sample. */
public final class Calibration {
    private static final int BINS = 10;
    private static final double CLIP = 1e-15;

    private final double[] scores;
    private final boolean[] outcomes;

    /** One score and one outcome a sample. */
    public Calibration(double[] scores, boolean[] outcomes) {
        boolean shares = Arrays.stream(scores).allMatch(score -> score >= 0 && score <= 1);
        if (scores.length == 0 || scores.length != outcomes.length || !shares) {
            throw new IllegalArgumentException("scores must be between 0 and 1, each with an outcome");
        }
        this.scores = scores.clone();
        this.outcomes = outcomes.clone();
    }

    /** Mean of (p − y)² (Brier 1950). */
    public double brier() {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double miss = scores[i] - (outcomes[i] ? 1 : 0);
            sum += miss * miss;
        }
        return sum / scores.length;
    }

    /** Mean of −ln of the probability given to what happened, scores cut at 1e−15 from 0 and 1. */
    public double logLoss() {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double score = Math.max(CLIP, Math.min(1 - CLIP, scores[i]));
            sum -= Math.log(outcomes[i] ? score : 1 - score);
        }
        return sum / scores.length;
    }

    /** Chance that one with the outcome scores above one without, ties half; absent with one outcome only. */
    public OptionalDouble auc() {
        double[] ranks = RankAgreement.midRanks(scores);
        double sum = 0;
        double with = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += outcomes[i] ? ranks[i] : 0;
            with += outcomes[i] ? 1 : 0;
        }
        double without = ranks.length - with;
        return with == 0 || without == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sum - with * (with + 1) / 2) / (with * without));
    }

    /** Expected calibration error: mean over samples of their bin's |mean score − share|, ten bins of equal width. */
    public double expectedError() {
        double sum = 0;
        double[][] bins = bins();
        for (double[] bin : bins) {
            sum += Math.abs(bin[1] - bin[2]);
        }
        return sum / scores.length;
    }

    /** The largest of the ten bins' errors. */
    public double largestError() {
        return Arrays.stream(bins())
                .filter(bin -> bin[0] > 0)
                .mapToDouble(bin -> Math.abs(bin[1] - bin[2]) / bin[0])
                .max()
                .orElse(0);
    }

    /** Count, sum of scores, sum of outcomes. */
    private double[][] bins() {
        double[][] bins = new double[BINS][3];
        for (int i = 0; i < scores.length; i++) {
            double[] bin = bins[Math.min(BINS - 1, (int) Math.floor(BINS * scores[i]))];
            bin[0]++;
            bin[1] += scores[i];
            bin[2] += outcomes[i] ? 1 : 0;
        }
        return bins;
    }
}
