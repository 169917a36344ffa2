package sigmark.inference.latex;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which tokens are words ({@code \text{…}} but for {@code $…$} in it), and which are comments. */
final class WordScan {
    private static final Set<String> KEYED = Set.of("\\label", "\\ref", "\\eqref", "\\cite");

    private WordScan() {}

    /** True for each token between the braces of words, the opening brace included. */
    static boolean[] words(List<String> tokens) {
        boolean[] words = new boolean[tokens.size()];
        int depth = 0;
        boolean inMath = false;
        boolean textNext = false;
        for (int i = 0; i < words.length; i++) {
            String token = tokens.get(i);
            if (depth > 0) {
                depth += token.equals("{") ? 1 : token.equals("}") ? -1 : 0;
                inMath ^= token.equals("$");
            } else if (textNext && token.equals("{")) {
                depth = 1;
                inMath = false;
            }
            textNext = CanonicalCommands.take(token) == CanonicalCommands.Take.TEXT;
            words[i] = depth > 0 && !inMath;
        }
        return words;
    }

    /** True from an unescaped percent sign to the end of its line; never in the last line. */
    static boolean[] comments(String latex, List<LatexToken> tokens) {
        boolean[] comments = new boolean[tokens.size()];
        int until = -1;
        for (int i = 0; i < comments.length; i++) {
            LatexToken token = tokens.get(i);
            if (token.text().equals("%") && token.start() > until) {
                until = Math.max(until, latex.indexOf('\n', token.start()));
            }
            comments[i] = token.start() < until;
        }
        return comments;
    }

    /** The tokens, with those of comments empty. */
    static List<String> without(List<String> tokens, boolean[] comments) {
        return IntStream.range(0, comments.length)
                .mapToObj(i -> comments[i] ? "" : tokens.get(i))
                .toList();
    }

    /** Adds the braced names of labels and references. */
    static void addKeys(List<String> tokens, TokenPairs pairs, boolean[] comments) {
        for (int i = 0; i + 1 < comments.length; i++) {
            if (KEYED.contains(tokens.get(i)) && tokens.get(i + 1).equals("{") && pairs.closed(i + 1)) {
                Arrays.fill(comments, i + 1, pairs.after(i + 1), true);
            }
        }
    }
}
