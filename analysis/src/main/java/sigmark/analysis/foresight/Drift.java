package sigmark.analysis.foresight;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.CategoryDrift;

/**
 * How the live input is spread over the values of one slice, against the test set.
 *
 * @param tag such as {@code tokens} or {@code source}
 * @param index population stability index; absent when a side holds nothing, as is the next
 * @param p of the χ² test
 */
public record Drift(String tag, List<Part> parts, OptionalDouble index, OptionalDouble p) {
    /** Customary marks: under the first it is like the traffic, from the second it is not. */
    static final double SMALL = 0.1;

    static final double LARGE = 0.25;
    private static final double ALPHA = 0.05;
    /** A value that all traffic has would take endless samples to reach its share. */
    private static final double MOST_SHARE = 0.95;

    public Drift {
        parts = List.copyOf(parts);
    }

    /** A value with its counts. */
    public record Part(String value, long test, long live) {}

    static Drift of(String tag, List<Part> parts) {
        double[] test = parts.stream().mapToDouble(Part::test).toArray();
        double[] live = parts.stream().mapToDouble(Part::live).toArray();
        if (Arrays.stream(test).sum() == 0 || Arrays.stream(live).sum() == 0) {
            return new Drift(tag, parts, OptionalDouble.empty(), OptionalDouble.empty());
        }
        CategoryDrift drift = new CategoryDrift(test, live);
        return new Drift(tag, parts, OptionalDouble.of(drift.stabilityIndex()), OptionalDouble.of(drift.chiSquaredP()));
    }

    public long live() {
        return parts.stream().mapToLong(Part::live).sum();
    }

    public long test() {
        return parts.stream().mapToLong(Part::test).sum();
    }

    /** Whether shares differ more than chance makes them. */
    public boolean real() {
        return p.isPresent() && p.getAsDouble() < ALPHA;
    }

    /** Samples that the test set lacks of a value to have the traffic's share of it; 0 when it has it. */
    public long lacking(Part part) {
        double share = live() == 0 ? 0 : Math.min(MOST_SHARE, (double) part.live() / live());
        double rest = (double) test() - part.test();
        return Math.max(0, (long) Math.ceil(share * rest / (1 - share)) - part.test());
    }
}
