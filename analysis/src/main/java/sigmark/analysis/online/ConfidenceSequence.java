package sigmark.analysis.online;

import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;

/**
 * An interval of a rate that holds at every look at once: the normal-mixture boundary (Robbins 1970; Howard and others
 * 2021) with the variance of a 0/1 value taken as ¼: p̂ ± √((V + ρ) ln((V + ρ)/(ρα²)))/n, V = n/4.
 *
 * @param rate what was seen so far
 * @param alpha chance that the sequence ever misses the true rate
 * @param rho above 0; where the sequence is narrowest against its number of samples
 */
public record ConfidenceSequence(Proportion rate, double alpha, double rho) {
    public ConfidenceSequence {
        if (!(alpha > 0 && alpha < 1 && rho > 0)) {
            throw new IllegalArgumentException("alpha=%s rho=%s".formatted(alpha, rho));
        }
    }

    /** Half the width before it is cut at 0 and 1; absent without samples. */
    public OptionalDouble radius() {
        if (rate.n() == 0) {
            return OptionalDouble.empty();
        }
        double spread = rate.n() / 4.0 + rho;
        return OptionalDouble.of(Math.sqrt(spread * Math.log(spread / (rho * alpha * alpha))) / rate.n());
    }

    /** Cut at 0 and 1; absent without samples. */
    public Optional<Interval> interval() {
        if (rate.n() == 0) {
            return Optional.empty();
        }
        double centre = rate.estimate().orElseThrow();
        double half = radius().orElseThrow();
        return Optional.of(new Interval(Math.max(0, centre - half), Math.min(1, centre + half)));
    }
}
