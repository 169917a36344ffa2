package sigmark.analysis.statistics;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Bootstrap intervals (Efron 1979): samples drawn again with replacement. Give one value for each unit of independence (a
 * page, not a formula). Reproducible: {@link SplittableRandom} of the seed, resample by resample, place =
 * floor(nextDouble · n).
 */
public final class Bootstrap {
    private final int resamples;
    private final long seed;
    private final double confidence;

    /**
     * @param resamples how often to draw, at least 1
     * @param confidence such as 0.95
     */
    public Bootstrap(int resamples, long seed, double confidence) {
        if (resamples < 1 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("resamples=%d confidence=%s".formatted(resamples, confidence));
        }
        this.resamples = resamples;
        this.seed = seed;
        this.confidence = confidence;
    }

    /** 1,000 resamples at 95 % with a fixed seed: what tables and reports show. */
    public static Bootstrap standard() {
        return new Bootstrap(1000, 20_261_125, 0.95);
    }

    /** Of the mean; absent without values. */
    public Optional<BootstrapResult> mean(double[] values) {
        double[] ones = new double[values.length];
        java.util.Arrays.fill(ones, 1);
        return ratio(values, ones);
    }

    /**
     * Of Σ numerator / Σ denominator, both drawn together: with a page's sums this is the cluster bootstrap. A resample
     * whose denominators are all 0 counts as 0. Absent when the denominators' sum is 0.
     */
    public Optional<BootstrapResult> ratio(double[] numerators, double[] denominators) {
        int n = numerators.length;
        if (denominators.length != n) {
            throw new IllegalArgumentException("%d numerators, %d denominators".formatted(n, denominators.length));
        }
        double total = sum(numerators);
        double weight = sum(denominators);
        if (n == 0 || !(weight > 0)) {
            return Optional.empty();
        }
        double[] drawn = new double[resamples];
        SplittableRandom random = new SplittableRandom(seed);
        for (int b = 0; b < resamples; b++) {
            double numerator = 0;
            double denominator = 0;
            for (int i = 0; i < n; i++) {
                int place = (int) (random.nextDouble() * n);
                numerator += numerators[place];
                denominator += denominators[place];
            }
            drawn[b] = denominator > 0 ? numerator / denominator : 0;
        }
        double[] leftOut = new double[n];
        for (int i = 0; i < n; i++) {
            double rest = weight - denominators[i];
            leftOut[i] = rest > 0 ? (total - numerators[i]) / rest : 0;
        }
        return Optional.of(BootstrapResult.of(total / weight, drawn, leftOut, confidence));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
