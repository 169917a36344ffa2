package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The token stream that the canonical writer reads: symbols respelled (rule group S), comments cut, and each opener
 * (brace, bracket, {@code \left}, {@code \begin}) matched with its closer in one pass. An opener that nothing
 * closes ends where its surroundings end.
 */
final class CanonicalInput {
    private static final int NONE = -1;
    private static final Set<String> UNITS =
            Set.of("em", "ex", "pt", "mu", "cm", "mm", "in", "pc", "bp", "sp", "dd", "cc");
    private static final Set<String> SIGNS = Set.of("=", "+", "-");

    private final List<String> tokens = new ArrayList<>();
    private final List<Boolean> blankBefore = new ArrayList<>();
    private int[] close = {};
    private boolean[] closed = {};

    static CanonicalInput of(String latex) {
        CanonicalInput input = new CanonicalInput();
        input.read(latex);
        input.match();
        return input;
    }

    int size() {
        return tokens.size();
    }

    String token(int i) {
        return tokens.get(i);
    }

    /** Whether the text has a blank before this token. */
    boolean blankBefore(int i) {
        return i < tokens.size() && blankBefore.get(i);
    }

    /** Index of the closer of the opener at i, or where the opener's surroundings end; -1 for an unmatched bracket. */
    int close(int i) {
        return close[i];
    }

    /** Index after the opener at i and its closer, if there is one. */
    int after(int i) {
        return closed[i] ? close[i] + 1 : close[i];
    }

    /** Cuts comments: from an unescaped percent sign to the line's end; in the last line it is meant as a sign. */
    static String withoutComments(String latex) {
        if (latex.indexOf('%') < 0) {
            return latex;
        }
        StringBuilder kept = new StringBuilder(latex.length() + 2);
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c == '\\' && i + 1 < latex.length()) {
                kept.append(c).append(latex.charAt(++i));
            } else if (c == '%') {
                int lineEnd = latex.indexOf('\n', i);
                if (lineEnd < 0) {
                    kept.append("\\%");
                } else {
                    i = lineEnd;
                }
            } else {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** Index after a length such as {@code -3pt} or {@code 0.5\baselineskip}; {@code at} itself when there is none. */
    int afterLength(int at, int to) {
        int i = at;
        while (i < to && SIGNS.contains(token(i))) {
            i++;
        }
        int digits = i;
        while (i < to && (token(i).equals(".") || Character.isDigit(token(i).codePointAt(0)))) {
            i++;
        }
        if (i == to) {
            return at;
        }
        if (i + 1 < to && UNITS.contains(token(i) + token(i + 1))) {
            return i > digits ? i + 2 : at;
        }
        boolean register = token(i).length() > 3 && token(i).startsWith("\\");
        return register && (token(i).endsWith("skip") || token(i).endsWith("width") || token(i).equals("\\jot"))
                ? i + 1
                : at;
    }

    private void read(String latex) {
        int depth = 0;
        boolean inMath = false;
        boolean textNext = false;
        int end = 0;
        for (LatexToken token : LatexTokenizer.tokenize(latex)) {
            String text = token.text();
            boolean blank = token.start() > end;
            end = token.end();
            if (depth > 0) {
                depth += text.equals("{") ? 1 : text.equals("}") ? -1 : 0;
                inMath ^= text.equals("$");
            } else if (textNext && text.equals("{")) {
                depth = 1;
                inMath = false;
            }
            textNext = CanonicalCommands.take(text) == CanonicalCommands.Take.TEXT;
            if (depth > 0 && !inMath) {
                add(text, blank);
            } else {
                for (String spelled : CanonicalSymbols.spelling(text)) {
                    add(spelled, blank);
                }
            }
        }
    }

    private void add(String token, boolean blank) {
        tokens.add(token);
        blankBefore.add(blank);
    }

    private void match() {
        int n = tokens.size();
        close = new int[n];
        closed = new boolean[n];
        Arrays.fill(close, NONE);
        int[] stack = new int[n];
        int top = 0;
        int braces = 0;
        for (int i = 0; i < n; i++) {
            String token = tokens.get(i);
            if (token.equals("{") || token.equals("[") || token.equals("\\left") || token.startsWith("\\begin{")) {
                braces += token.equals("{") ? 1 : 0;
                stack[top++] = i;
                i += token.equals("\\left") && i + 1 < n && isBracket(tokens.get(i + 1)) ? 1 : 0;
            } else if (token.equals("]")) {
                if (top > 0 && tokens.get(stack[top - 1]).equals("[")) {
                    shut(stack[--top], i, true);
                }
            } else if (token.equals("}") && braces > 0) {
                top = shutDownTo("{", stack, top, i);
                braces--;
            } else if (token.equals("\\right")) {
                top = shutDownTo("\\left", stack, top, i);
            } else if (token.startsWith("\\end{")) {
                top = shutDownTo("\\begin{", stack, top, i);
            }
        }
        while (top > 0) {
            shut(stack[--top], n, false);
        }
    }

    private static boolean isBracket(String token) {
        return token.equals("[") || token.equals("]");
    }

    /**
     * Closes the nearest opener of a kind. A brace is closed through anything; {@code \end} through {@code \left};
     * {@code \right} through brackets only. Returns the new height of the stack.
     */
    private int shutDownTo(String kind, int[] stack, int top, int at) {
        int height = top;
        while (height > 0) {
            String opener = tokens.get(stack[height - 1]);
            if (opener.startsWith(kind)) {
                shut(stack[height - 1], at, true);
                return height - 1;
            }
            boolean through =
                    opener.equals("[") || kind.equals("{") || kind.equals("\\begin{") && opener.equals("\\left");
            if (!through) {
                return height;
            }
            shut(stack[--height], at, false);
        }
        return height;
    }

    private void shut(int opener, int at, boolean real) {
        if (tokens.get(opener).equals("[") && !real) {
            return;
        }
        close[opener] = at;
        closed[opener] = real;
    }
}
