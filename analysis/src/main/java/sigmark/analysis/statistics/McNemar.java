package sigmark.analysis.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Two candidates right or wrong on the same samples (McNemar 1947): only the samples on which they differ speak.
 *
 * @param onlyFirst samples that only the first got right
 * @param onlySecond samples that only the second got right
 * @param n samples in all
 */
public record McNemar(int onlyFirst, int onlySecond, int n) {
    public McNemar {
        if (onlyFirst < 0 || onlySecond < 0 || n < onlyFirst + onlySecond) {
            throw new IllegalArgumentException("onlyFirst=%d onlySecond=%d n=%d".formatted(onlyFirst, onlySecond, n));
        }
    }

    /** Rate of the first minus rate of the second; absent without samples. */
    public OptionalDouble difference() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (onlyFirst - onlySecond) / n);
    }

    /** Exact two-sided p: twice the binomial tail of the smaller count, at most 1; 1 when no sample differs. */
    public OptionalDouble exactP() {
        if (n == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(differing() == 0 ? 1 : Math.min(1, 2 * tail().cumulativeProbability(smaller())));
    }

    /** Mid-p: the smaller count itself counted half; less timid than {@link #exactP}. */
    public OptionalDouble midP() {
        if (n == 0) {
            return OptionalDouble.empty();
        }
        if (onlyFirst == onlySecond) {
            return OptionalDouble.of(1);
        }
        BinomialDistribution tail = tail();
        double below = smaller() == 0 ? 0 : tail.cumulativeProbability(smaller() - 1);
        return OptionalDouble.of(2 * (below + tail.probability(smaller()) / 2));
    }

    /** Interval of the difference by Bonett and Price (2012): one added to both counts, two to n, then Wald. */
    public Optional<Interval> bonettPrice(double confidence) {
        if (n == 0) {
            return Optional.empty();
        }
        double first = (onlyFirst + 1.0) / (n + 2.0);
        double second = (onlySecond + 1.0) / (n + 2.0);
        double difference = first - second;
        double half = Normal.twoSided(confidence) * Math.sqrt((first + second - difference * difference) / (n + 2.0));
        return Optional.of(new Interval(Math.max(-1, difference - half), Math.min(1, difference + half)));
    }

    private int differing() {
        return onlyFirst + onlySecond;
    }

    private int smaller() {
        return Math.min(onlyFirst, onlySecond);
    }

    private BinomialDistribution tail() {
        return BinomialDistribution.of(differing(), 0.5);
    }
}
