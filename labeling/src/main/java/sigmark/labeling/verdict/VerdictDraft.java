package sigmark.labeling.verdict;

import java.util.List;

/**
 * A verdict as a person writes it.
 *
 * @param runId run of the candidate
 * @param against runs that it was compared with; may be empty
 * @param samples ids of the samples looked at, in the order of looking, each once
 * @param notes what was seen, in words; may be empty only for {@link Decision#OPEN}
 */
public record VerdictDraft(long runId, List<Long> against, List<String> samples, String notes, Decision decision) {
    /** Longest notes, in characters. */
    public static final int LONGEST_NOTES = 20_000;

    public VerdictDraft {
        against = List.copyOf(against);
        samples = samples.stream().distinct().toList();
        if (against.contains(runId)) {
            throw new IllegalArgumentException("run %d compared with itself".formatted(runId));
        }
        if (notes.length() > LONGEST_NOTES) {
            throw new IllegalArgumentException("notes of %d characters".formatted(notes.length()));
        }
        if (notes.isBlank() && decision != Decision.OPEN) {
            throw new IllegalArgumentException("a decision '%s' without notes".formatted(decision.word()));
        }
    }
}
