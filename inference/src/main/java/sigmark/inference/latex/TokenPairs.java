package sigmark.inference.latex;

import java.util.Arrays;
import java.util.List;

/**
 * Which opener ({@code {}}, {@code [}, {@code \left}, {@code \begin}) belongs to which closer, found in one pass over the
 * tokens. An opener that nothing closes ends where its surroundings end.
 */
public final class TokenPairs {
    private static final int NONE = -1;

    private final List<String> tokens;
    private final int[] close;
    private final int[] open;
    private final boolean[] closed;

    private TokenPairs(List<String> tokens) {
        this.tokens = tokens;
        close = new int[tokens.size()];
        open = new int[tokens.size()];
        closed = new boolean[tokens.size()];
        Arrays.fill(close, NONE);
        Arrays.fill(open, NONE);
    }

    public static TokenPairs of(List<String> tokens) {
        TokenPairs pairs = new TokenPairs(tokens);
        pairs.match();
        return pairs;
    }

    /** Index of the closer of the opener at i, or where the opener's surroundings end; -1 for what opens nothing. */
    public int close(int i) {
        return close[i];
    }

    /** Whether the opener at i has a closer of its own. */
    public boolean closed(int i) {
        return closed[i];
    }

    /** Index of the opener that the closer at i belongs to; -1 for a stray closer and for other tokens. */
    public int open(int i) {
        return open[i];
    }

    /** Index after the opener at i and its closer, if there is one. */
    public int after(int i) {
        return closed[i] ? close[i] + 1 : close[i];
    }

    private void match() {
        int n = tokens.size();
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
        if (real) {
            open[at] = opener;
        }
    }
}
