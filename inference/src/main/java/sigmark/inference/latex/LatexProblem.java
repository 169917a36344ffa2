package sigmark.inference.latex;

import java.util.Map;
import sigmark.inference.work.Problem;

/**
 * Something wrong with a LaTeX text, at a place in it. The words are messages {@code problem.<code>} in either language.
 *
 * @param code such as {@code latex.unknown-command}
 * @param start index of the first UTF-16 unit concerned
 * @param end index after the last
 * @param facts values named in the message
 */
public record LatexProblem(String code, int start, int end, Map<String, String> facts) {
    public LatexProblem {
        if (!code.startsWith("latex.") || start < 0 || end < start) {
            throw new IllegalArgumentException("problem '%s' from %d to %d".formatted(code, start, end));
        }
        facts = Map.copyOf(facts);
    }

    /** The same for lists of problems of many records; the column, counted from 1, joins the place. */
    public Problem at(String where) {
        return new Problem(code, where + ":" + (start + 1), facts);
    }
}
