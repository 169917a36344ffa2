package sigmark.app.latex;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.latex.LatexToken;
import sigmark.inference.latex.LatexTokenizer;

/** Which style class each part of a LaTeX text wears in the editor. */
final class TokenStyle {
    static final String COMMAND = "tex-command";
    static final String ENVIRONMENT = "tex-environment";
    static final String SCRIPT = "tex-script";
    static final String NUMBER = "tex-number";
    static final String TEXT = "tex-text";
    static final String BRACE = "tex-brace";

    private TokenStyle() {}

    /** A run of characters in one style; plain characters belong to no span. */
    record Span(int start, int end, String styleClass) {}

    /** The styled spans in order; they do not overlap. */
    static List<Span> spans(String latex) {
        List<Span> spans = new ArrayList<>();
        List<LatexToken> tokens = LatexTokenizer.tokenize(latex);
        int i = 0;
        while (i < tokens.size()) {
            LatexToken token = tokens.get(i);
            if (isText(token.text())
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).text().equals("{")) {
                int close = closing(tokens, i + 1);
                int end = close < tokens.size() ? tokens.get(close).end() : latex.length();
                spans.add(new Span(token.start(), end, TEXT));
                i = close + 1;
                continue;
            }
            String style = styleOf(token.text());
            if (!style.isEmpty()) {
                spans.add(new Span(token.start(), token.end(), style));
            }
            i++;
        }
        return spans;
    }

    private static String styleOf(String token) {
        char first = token.charAt(0);
        if (first == '\\') {
            return token.startsWith("\\begin{") || token.startsWith("\\end{") ? ENVIRONMENT : COMMAND;
        }
        if (first == '^' || first == '_') {
            return SCRIPT;
        }
        if (first == '{' || first == '}' || first == '&') {
            return BRACE;
        }
        return Character.isDigit(first) ? NUMBER : "";
    }

    private static boolean isText(String token) {
        return token.equals("\\text") || token.equals("\\mbox") || token.equals("\\textrm") || token.equals("\\textbf");
    }

    /** Index of the brace that closes the one at {@code open}, or the number of tokens. */
    private static int closing(List<LatexToken> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            depth += text.equals("{") ? 1 : text.equals("}") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }
}
