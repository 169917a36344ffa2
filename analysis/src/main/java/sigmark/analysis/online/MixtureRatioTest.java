package sigmark.analysis.online;

import java.util.OptionalDouble;

/**
 * The mixture sequential probability ratio test of two rates at one look (Johari and others 2017): Λ = √(V/(V + nτ²))
 * exp(n²τ²d²/(2V(V + nτ²))), V = p_Aq_A + p_Bq_B. The always-valid p is the smallest over all looks so far.
 *
 * @param each samples in each of the two groups
 * @param mixture τ², the variance of the differences expected, above 0
 */
public record MixtureRatioTest(long first, long second, long each, double mixture) {
    public MixtureRatioTest {
        boolean counts = first >= 0 && second >= 0 && first <= each && second <= each;
        if (!counts || !(mixture > 0)) {
            throw new IllegalArgumentException("%d and %d of %d each".formatted(first, second, each));
        }
    }

    /** ln Λ; absent while no group has both outcomes. */
    public OptionalDouble logRatio() {
        double p = (double) first / each;
        double q = (double) second / each;
        double variance = p * (1 - p) + q * (1 - q);
        if (each == 0 || variance == 0) {
            return OptionalDouble.empty();
        }
        double wide = variance + each * mixture;
        double shift = each * (p - q);
        return OptionalDouble.of(Math.log(variance / wide) / 2 + mixture * shift * shift / (2 * variance * wide));
    }

    /** min(1, 1/Λ) at this look; 1 while there is no variance, absent without samples. */
    public OptionalDouble p() {
        if (each == 0) {
            return OptionalDouble.empty();
        }
        OptionalDouble log = logRatio();
        return OptionalDouble.of(log.isPresent() ? Math.min(1, Math.exp(-log.getAsDouble())) : 1);
    }
}
