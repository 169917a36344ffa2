package sigmark.analysis.match;

import java.util.List;

/**
 * Boxes that one-to-one matching tears apart though they show the same ink.
 *
 * @param truths places of the true boxes, ascending: one for a split, several for a merge
 * @param predictions places of the found boxes, ascending: several for a split, one for a merge
 */
public record BoxGroup(Kind kind, List<Integer> truths, List<Integer> predictions) {
    /** What happened to the formula. */
    public enum Kind {
        /** One formula was found in pieces. */
        SPLIT,
        /** Several formulas were found as one. */
        MERGE
    }

    public BoxGroup {
        truths = List.copyOf(truths);
        predictions = List.copyOf(predictions);
        int one = kind == Kind.SPLIT ? truths.size() : predictions.size();
        int many = kind == Kind.SPLIT ? predictions.size() : truths.size();
        if (one != 1 || many < 2) {
            throw new IllegalArgumentException(
                    "%s of %d truths and %d predictions".formatted(kind, truths.size(), predictions.size()));
        }
    }
}
