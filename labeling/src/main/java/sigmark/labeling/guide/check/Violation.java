package sigmark.labeling.guide.check;

import java.util.Optional;

/**
 * A place where a region breaks a rule.
 *
 * @param start index of the first UTF-16 unit of the LaTeX concerned; equal to {@code end} when the LaTeX is not at fault
 * @param end index after the last
 * @param found what stands there, such as {@code \leq}; empty where the box or kind is wrong
 * @param fix what mends it, and every other place where the region breaks the same rule
 */
public record Violation(int start, int end, String found, Optional<Fix> fix) {
    public Violation {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("violation from %d to %d".formatted(start, end));
        }
    }

    /** Of the region as a whole: its box, its kind, or all of its LaTeX. */
    public static Violation whole(Optional<Fix> fix) {
        return new Violation(0, 0, "", fix);
    }
}
