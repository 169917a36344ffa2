package sigmark.analysis.detection;

import java.util.Optional;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;

/**
 * Boxes found right, found wrong and missed. Precision, recall and F1 are 0 when their denominator is 0.
 *
 * @param right found boxes that match a truth
 * @param wrong found boxes that match none
 * @param missed truths that no found box matches
 */
public record BoxCounts(int right, int wrong, int missed) {
    public static final BoxCounts NONE = new BoxCounts(0, 0, 0);

    public BoxCounts {
        if (right < 0 || wrong < 0 || missed < 0) {
            throw new IllegalArgumentException("right=%d wrong=%d missed=%d".formatted(right, wrong, missed));
        }
    }

    public BoxCounts plus(BoxCounts other) {
        return new BoxCounts(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /** Share of found boxes that are right. */
    public double precision() {
        return ratio(right, right + (long) wrong);
    }

    /** Share of truths that were found. */
    public double recall() {
        return ratio(right, right + (long) missed);
    }

    /** 2 right / (2 right + wrong + missed), the harmonic mean of precision and recall. */
    public double f1() {
        return ratio(2L * right, 2L * right + wrong + missed);
    }

    /** Of precision, taking boxes as independent. */
    public Optional<Interval> precisionInterval() {
        return new Proportion(right, right + (long) wrong).wilson();
    }

    /** Of recall, taking boxes as independent. */
    public Optional<Interval> recallInterval() {
        return new Proportion(right, right + (long) missed).wilson();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
