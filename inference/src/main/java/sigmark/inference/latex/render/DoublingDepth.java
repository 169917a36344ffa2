package sigmark.inference.latex.render;

import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;

/**
 * Nesting of what the engine lays out more than once (delimiters, binomials, matrices in delimiters): each level multiplies
 * the work by two or three, so that few levels are let through.
 */
final class DoublingDepth {
    /** Levels let through. */
    static final int MOST = 9;

    private static final Set<String> COMMANDS = Set.of(
            "\\left",
            "\\binom",
            "\\dbinom",
            "\\tbinom",
            "\\genfrac",
            "\\sideset",
            "\\prescript",
            "\\undertilde",
            "\\Braket",
            "\\Set",
            "\\stackrel",
            "\\pmatrix",
            "\\cases",
            "\\begin{pmatrix}",
            "\\begin{bmatrix}",
            "\\begin{Bmatrix}",
            "\\begin{vmatrix}",
            "\\begin{Vmatrix}",
            "\\begin{cases}",
            "\\begin{dcases}",
            "\\begin{rcases}");
    private static final Set<String> INFIXES =
            Set.of("\\middle", "\\choose", "\\brack", "\\brace", "\\atopwithdelims", "\\overwithdelims");

    private DoublingDepth() {}

    /** Index of the first token nested too deeply in them; -1 when there is none. */
    static int of(LatexSyntax syntax) {
        List<String> texts = syntax.texts();
        int[] change = new int[texts.size() + 1];
        int[] opener = new int[texts.size() + 1];
        boolean[] counted = new boolean[texts.size()];
        int top = 0;
        for (int i = 0; i < texts.size(); i++) {
            while (top > 0 && syntax.pairs().close(opener[top - 1]) <= i) {
                top--;
            }
            String token = texts.get(i);
            if (token.equals("{") || token.equals("\\left") || token.startsWith("\\begin{")) {
                opener[top++] = i;
            }
            if (COMMANDS.contains(token)) {
                change[i]++;
                change[syntax.end(i)]--;
            } else if (INFIXES.contains(token) && top > 0 && !counted[opener[top - 1]]) {
                counted[opener[top - 1]] = true;
                change[opener[top - 1]]++;
                change[syntax.end(opener[top - 1])]--;
            }
        }
        int depth = 0;
        for (int i = 0; i < texts.size(); i++) {
            depth += change[i];
            if (depth > MOST) {
                return i;
            }
        }
        return -1;
    }
}
