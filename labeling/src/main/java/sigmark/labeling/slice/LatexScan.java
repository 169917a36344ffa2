package sigmark.labeling.slice;

import java.util.ArrayList;
import java.util.List;

/** Walks over LaTeX token by token: a command, or one character; blanks are between tokens. */
final class LatexScan {
    private LatexScan() {}

    /** Number of tokens. */
    static int length(String latex) {
        int count = 0;
        for (int at = skipBlanks(latex, 0); at < latex.length(); at = skipBlanks(latex, tokenEnd(latex, at))) {
            count++;
        }
        return count;
    }

    /** Whether the tokens of {@code part} stand in {@code latex} one after another. */
    static boolean has(String latex, String part) {
        List<String> wanted = tokens(part);
        List<String> there = tokens(latex);
        return !wanted.isEmpty() && java.util.Collections.indexOfSubList(there, wanted) >= 0;
    }

    private static List<String> tokens(String latex) {
        List<String> tokens = new ArrayList<>();
        int at = skipBlanks(latex, 0);
        while (at < latex.length()) {
            int end = tokenEnd(latex, at);
            tokens.add(latex.substring(at, end));
            at = skipBlanks(latex, end);
        }
        return tokens;
    }

    private static int tokenEnd(String latex, int at) {
        if (latex.charAt(at) != '\\' || at + 1 == latex.length()) {
            return latex.offsetByCodePoints(at, 1);
        }
        int end = at + 1;
        while (end < latex.length() && letter(latex.charAt(end))) {
            end++;
        }
        return end > at + 1 ? end : latex.offsetByCodePoints(end, 1);
    }

    private static int skipBlanks(String latex, int from) {
        int at = from;
        while (at < latex.length() && Character.isWhitespace(latex.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
