package sigmark.labeling.verdict;

import java.util.OptionalLong;

/**
 * What a verdict is about.
 *
 * @param run number of the candidate's run
 * @param against number of the run that it was seen against; empty when it was seen alone
 */
public record Subject(long run, OptionalLong against) {
    public Subject {
        if (run < 1 || (against.isPresent() && (against.getAsLong() < 1 || against.getAsLong() == run))) {
            throw new IllegalArgumentException("run=%d against=%s".formatted(run, against));
        }
    }

    /** A candidate seen beside another run. */
    public static Subject against(long run, long other) {
        return new Subject(run, OptionalLong.of(other));
    }
}
