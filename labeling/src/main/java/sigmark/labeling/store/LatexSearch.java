package sigmark.labeling.store;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import sigmark.inference.latex.LatexTokenizer;

/** Looks for LaTeX in the LaTeX column: by marks first, then byte by byte, by {@link LatexTokenizer} where it must. */
final class LatexSearch {
    private final RegionColumns regions;
    private final List<String> tokens;
    private final byte[][] wanted;

    private LatexSearch(RegionColumns regions, List<String> tokens) {
        this.regions = regions;
        this.tokens = tokens;
        this.wanted = tokens.stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** Regions whose LaTeX has this text in it. */
    static IntPredicate contains(RegionColumns regions, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = regions.latexBytes();
        return slot -> LatexBytes.find(bytes, wanted, regions.latexStart(slot), regions.latexEnd(slot)) >= 0;
    }

    /** Regions whose LaTeX has these tokens one after another. */
    static IntPredicate has(RegionColumns regions, String part) {
        List<String> tokens = LatexTokenizer.tokens(part);
        if (tokens.isEmpty()) {
            return slot -> false;
        }
        TokenMarks marks = regions.tokenMarks();
        marks.markMore(Integer.MAX_VALUE);
        TokenMarks.Wanted wanted = marks.wanted(tokens);
        if (wanted.none()) {
            return slot -> false;
        }
        if (wanted.exact()) {
            return slot -> marks.has(slot, wanted);
        }
        LatexSearch search = new LatexSearch(regions, tokens);
        return slot -> marks.has(slot, wanted) && search.has(slot);
    }

    private boolean has(int slot) {
        byte[] bytes = regions.latexBytes();
        int end = regions.latexEnd(slot);
        int at = LatexBytes.skipBlanks(bytes, regions.latexStart(slot), end);
        while (at < end) {
            int next = LatexBytes.tokenEnd(bytes, at, end);
            if (next == LatexBytes.UNSURE || wantedAt(bytes, at, end)) {
                return next != LatexBytes.UNSURE
                        || Collections.indexOfSubList(LatexTokenizer.tokens(regions.latex(slot)), tokens) >= 0;
            }
            at = LatexBytes.skipBlanks(bytes, next, end);
        }
        return false;
    }

    /** False also where an unsure token comes; {@link #has} meets it later. */
    private boolean wantedAt(byte[] bytes, int start, int end) {
        int at = start;
        for (byte[] token : wanted) {
            if (at == end || !LatexBytes.is(bytes, at, LatexBytes.tokenEnd(bytes, at, end), token)) {
                return false;
            }
            at = LatexBytes.skipBlanks(bytes, at + token.length, end);
        }
        return true;
    }
}
