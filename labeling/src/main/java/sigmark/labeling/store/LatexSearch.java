package sigmark.labeling.store;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import sigmark.inference.latex.LatexTokenizer;

/** Looks for LaTeX in the LaTeX column, byte by byte where it can, by {@link LatexTokenizer} where it must. */
final class LatexSearch {
    private static final byte[] BEGIN = {'\\', 'b', 'e', 'g', 'i', 'n'};
    private static final byte[] END = {'\\', 'e', 'n', 'd'};

    /** Stands for a token whose end only the tokenizer knows: an environment's, or one that is not ASCII. */
    private static final int UNSURE = -1;

    private final RegionColumns regions;
    private final List<String> tokens;
    private final byte[][] wanted;
    private final boolean firstNarrows;

    private LatexSearch(RegionColumns regions, List<String> tokens) {
        this.regions = regions;
        this.tokens = tokens;
        this.wanted = tokens.stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        // an environment's token may have blanks within where it stands
        this.firstNarrows =
                !tokens.get(0).startsWith("\\begin") && !tokens.get(0).startsWith("\\end");
    }

    /** Regions whose LaTeX has this text in it. */
    static IntPredicate contains(RegionColumns regions, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return slot -> find(regions.latexBytes(), wanted, regions.latexStart(slot), regions.latexEnd(slot)) >= 0;
    }

    /** Regions whose LaTeX has these tokens one after another. */
    static IntPredicate has(RegionColumns regions, String part) {
        List<String> tokens = LatexTokenizer.tokens(part);
        return tokens.isEmpty() ? slot -> false : new LatexSearch(regions, tokens)::has;
    }

    private boolean has(int slot) {
        byte[] bytes = regions.latexBytes();
        int start = regions.latexStart(slot);
        int end = regions.latexEnd(slot);
        if (firstNarrows && find(bytes, wanted[0], start, end) < 0) {
            return false;
        }
        int at = skipBlanks(bytes, start, end);
        while (at < end) {
            int next = tokenEnd(bytes, at, end);
            if (next == UNSURE) {
                return Collections.indexOfSubList(LatexTokenizer.tokens(regions.latex(slot)), tokens) >= 0;
            }
            if (wantedAt(bytes, at, end)) {
                return true;
            }
            at = skipBlanks(bytes, next, end);
        }
        return false;
    }

    private boolean wantedAt(byte[] bytes, int start, int end) {
        int at = start;
        for (byte[] token : wanted) {
            if (at + token.length > end || !equal(bytes, at, token)) {
                return false;
            }
            int next = tokenEnd(bytes, at, end);
            if (next != at + token.length) {
                return false;
            }
            at = skipBlanks(bytes, next, end);
        }
        return true;
    }

    private static int tokenEnd(byte[] bytes, int at, int end) {
        if (bytes[at] != '\\' || at + 1 == end) {
            return bytes[at] < 0 ? UNSURE : at + 1;
        }
        int next = at + 1;
        while (next < end && isLetter(bytes[next])) {
            next++;
        }
        if (next == at + 1) {
            return bytes[next] < 0 ? UNSURE : next + 1;
        }
        return is(bytes, at, next, BEGIN) || is(bytes, at, next, END) ? UNSURE : next;
    }

    private static boolean is(byte[] bytes, int at, int end, byte[] word) {
        return end - at == word.length && equal(bytes, at, word);
    }

    private static int skipBlanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at;
    }

    private static int find(byte[] bytes, byte[] wanted, int start, int end) {
        byte first = wanted[0];
        int last = end - wanted.length;
        for (int at = start; at <= last; at++) {
            if (bytes[at] == first && equal(bytes, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean equal(byte[] bytes, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return bytes[at] == wanted[0];
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
