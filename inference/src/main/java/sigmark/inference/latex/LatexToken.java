package sigmark.inference.latex;

/**
 * One token of a LaTeX text: a control word ({@code \frac}), a control symbol ({@code \{}, {@code \\}), an environment's
 * begin or end ({@code \begin{array}}), or one character (a Unicode code point).
 *
 * @param text the token; blanks within {@code \begin {array}} are left out
 * @param start index of its first UTF-16 unit in the text
 * @param end index after its last unit
 */
public record LatexToken(String text, int start, int end) {
    public LatexToken {
        if (text.isEmpty() || start < 0 || end <= start) {
            throw new IllegalArgumentException("token '%s' from %d to %d".formatted(text, start, end));
        }
    }
}
