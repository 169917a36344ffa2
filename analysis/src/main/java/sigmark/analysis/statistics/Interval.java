package sigmark.analysis.statistics;

/** A closed interval of plausible values. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval from %s to %s".formatted(low, high));
        }
    }

    /** Half of its width. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
