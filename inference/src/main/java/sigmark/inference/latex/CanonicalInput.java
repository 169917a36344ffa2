package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The token stream that the canonical writer reads: symbols respelled (rule group S), comments cut, and each opener
 * (brace, bracket, {@code \left}, {@code \begin}) matched with its closer in one pass. An opener that nothing
 * closes ends where its surroundings end.
 */
final class CanonicalInput {
    private static final Set<String> UNITS =
            Set.of("em", "ex", "pt", "mu", "cm", "mm", "in", "pc", "bp", "sp", "dd", "cc");
    private static final Set<String> SIGNS = Set.of("=", "+", "-");

    private final List<String> tokens = new ArrayList<>();
    private final List<Boolean> blankBefore = new ArrayList<>();
    private TokenPairs pairs = TokenPairs.of(List.of());

    static CanonicalInput of(String latex) {
        CanonicalInput input = new CanonicalInput();
        input.read(latex);
        input.pairs = TokenPairs.of(input.tokens);
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
        return pairs.close(i);
    }

    /** Index after the opener at i and its closer, if there is one. */
    int after(int i) {
        return pairs.after(i);
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
        int end = 0;
        List<LatexToken> scanned = LatexTokenizer.tokenize(latex);
        boolean[] words = WordScan.words(scanned.stream().map(LatexToken::text).toList());
        for (int i = 0; i < scanned.size(); i++) {
            LatexToken token = scanned.get(i);
            boolean blank = token.start() > end;
            end = token.end();
            if (words[i]) {
                add(token.text(), blank);
            } else {
                for (String spelled : CanonicalSymbols.spelling(token.text())) {
                    add(spelled, blank);
                }
            }
        }
    }

    private void add(String token, boolean blank) {
        tokens.add(token);
        blankBefore.add(blank);
    }
}
