package sigmark.labeling.voc;

import java.time.Instant;

/**
 * What one run measured on an improvement point.
 *
 * @param right samples without the error, of {@code samples}
 * @param met whether the lower end of the 95 % interval reaches the bound
 */
public record PointMeasurement(long run, Instant at, long right, long samples, boolean met) {
    public PointMeasurement {
        if (right < 0 || samples < right) {
            throw new IllegalArgumentException("%d of %d".formatted(right, samples));
        }
    }
}
