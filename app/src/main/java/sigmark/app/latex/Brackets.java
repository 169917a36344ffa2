package sigmark.app.latex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.LatexToken;
import sigmark.inference.latex.LatexTokenizer;

/** Finds the partner of the bracket, {@code \left} or {@code \begin} beside the caret. */
final class Brackets {
    private Brackets() {}

    /** Two tokens that belong together. */
    record Pair(LatexToken open, LatexToken close) {
        boolean touches(int caret) {
            return touches(open, caret) || touches(close, caret);
        }

        private static boolean touches(LatexToken token, int caret) {
            return caret >= token.start() && caret <= token.end();
        }
    }

    /** The innermost pair with a token that the caret touches. */
    static Optional<Pair> at(String latex, int caret) {
        Deque<LatexToken> open = new ArrayDeque<>();
        Optional<Pair> best = Optional.empty();
        for (LatexToken token : LatexTokenizer.tokenize(latex)) {
            if (closer(token.text()) != null) {
                open.push(token);
            } else if (isCloser(token.text())) {
                while (!open.isEmpty()) {
                    LatexToken opener = open.pop();
                    if (token.text().equals(closer(opener.text()))) {
                        var pair = new Pair(opener, token);
                        if (pair.touches(caret)
                                && best.filter(b -> narrower(b, pair)).isEmpty()) {
                            best = Optional.of(pair);
                        }
                        break;
                    }
                }
            }
        }
        return best;
    }

    private static boolean narrower(Pair one, Pair other) {
        return one.close.end() - one.open.start() <= other.close.end() - other.open.start();
    }

    private static @org.jspecify.annotations.Nullable String closer(String opener) {
        if (opener.startsWith("\\begin{")) {
            return "\\end{" + opener.substring("\\begin{".length());
        }
        return switch (opener) {
            case "{" -> "}";
            case "(" -> ")";
            case "[" -> "]";
            case "\\{" -> "\\}";
            case "\\left" -> "\\right";
            case "\\langle" -> "\\rangle";
            case "\\lfloor" -> "\\rfloor";
            case "\\lceil" -> "\\rceil";
            default -> null;
        };
    }

    private static boolean isCloser(String token) {
        return token.startsWith("\\end{")
                || List.of("}", ")", "]", "\\}", "\\right", "\\rangle", "\\rfloor", "\\rceil")
                        .contains(token);
    }
}
