package sigmark.labeling.online;

import java.util.List;
import java.util.Set;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.EditDistance;

/**
 * What a shown result counts as, and how heavy its edit was.
 *
 * @param severity of an edit: canonical token distance over the longer of shown and final, 0 to 1; 1 for a deletion; 0
 *     for all else
 */
public record ResultClass(Kind kind, double severity) {
    /** Cosmetic and extending edits count as confirmed. */
    public enum Kind {
        EDITED,
        DELETED,
        CONFIRMED,
        /** The canonical form stayed: only blanks, sizes or spelling changed. */
        COSMETIC,
        /** What was shown stayed whole and the user wrote on: words, or a relation and what follows it. */
        EXTENDED,
        SILENT,
        NOT_SEEN
    }

    private static final Set<String> RELATIONS = Set.of(
            "=",
            "<",
            ">",
            "\\le",
            "\\ge",
            "\\ne",
            "\\approx",
            "\\equiv",
            "\\sim",
            "\\Rightarrow",
            "\\to",
            "\\Leftrightarrow",
            "\\therefore",
            ",",
            ";",
            "\\quad");
    private static final Set<String> WORDS = Set.of("\\text", "\\textit", "\\textbf", "\\textsf", "\\texttt");

    public static ResultClass of(ShownResult result) {
        return switch (result.outcome()) {
            case CONFIRMED -> new ResultClass(Kind.CONFIRMED, 0);
            case SILENT -> new ResultClass(Kind.SILENT, 0);
            case NOT_SEEN -> new ResultClass(Kind.NOT_SEEN, 0);
            case DELETED -> new ResultClass(Kind.DELETED, 1);
            case EDITED -> edit(result.shownLatex(), result.finalLatex().orElse(""));
        };
    }

    /** What an edit from one text to another is. */
    public static ResultClass edit(String shown, String last) {
        List<String> before = CanonicalForm.tokens(shown);
        List<String> after = CanonicalForm.tokens(last);
        if (before.equals(after)) {
            return new ResultClass(Kind.COSMETIC, 0);
        }
        if (extended(before, after)) {
            return new ResultClass(Kind.EXTENDED, 0);
        }
        int distance = EditDistance.ofTokens(before, after);
        return new ResultClass(Kind.EDITED, EditDistance.normalized(distance, before.size(), after.size()));
    }

    /**
     * An end that was not read looks the same as one that was not there; so only words, and what a relation sets apart,
     * pass as the user's own.
     */
    private static boolean extended(List<String> before, List<String> after) {
        int more = after.size() - before.size();
        if (before.isEmpty() || more <= 0) {
            return false;
        }
        if (after.subList(0, before.size()).equals(before)) {
            List<String> tail = after.subList(before.size(), after.size());
            return whole(tail) && (RELATIONS.contains(tail.get(0)) || WORDS.contains(tail.get(0)));
        }
        if (after.subList(more, after.size()).equals(before)) {
            List<String> head = after.subList(0, more);
            return whole(head) && (RELATIONS.contains(head.get(more - 1)) || WORDS.contains(head.get(0)));
        }
        return false;
    }

    private static boolean whole(List<String> tokens) {
        int depth = 0;
        for (String token : tokens) {
            depth += token.equals("{") || token.startsWith("\\begin") ? 1 : 0;
            depth -= token.equals("}") || token.startsWith("\\end") ? 1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
