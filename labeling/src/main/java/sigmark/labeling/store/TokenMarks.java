package sigmark.labeling.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sigmark.inference.latex.LatexTokenizer;

/**
 * For each region which tokens its LaTeX has: 256 marks, one for each ASCII character, one for each of the commands that
 * were met first, and a few that all other tokens share. 32 bytes a region, set when the first query needs them.
 */
final class TokenMarks {
    private static final int LONGS = 4;
    private static final int OWN_FIRST = 128;
    private static final int OWN_COUNT = 112;
    private static final int SHARED_FIRST = OWN_FIRST + OWN_COUNT;
    private static final int SHARED_COUNT = 16;
    private static final int PLACES = 512;

    private final RegionColumns regions;
    private final byte[] @Nullable [] commands = new byte[PLACES][];
    private final int[] commandMarks = new int[PLACES];
    private int commandCount;
    private int size;
    private long[] marks = new long[0];

    TokenMarks(RegionColumns regions) {
        this.regions = regions;
    }

    /**
     * The marks that a region with all of these tokens has.
     *
     * @param exact whether a region that has them has the tokens for certain
     * @param none whether no region can have the tokens
     */
    record Wanted(long[] marks, boolean exact, boolean none) {}

    /** What to look for; good until regions are added. */
    Wanted wanted(List<String> tokens) {
        long[] wanted = new long[LONGS];
        boolean none = false;
        boolean exact = tokens.size() == 1;
        for (String token : tokens) {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            int mark = mark(bytes, 0, bytes.length, false);
            none |= mark < 0;
            exact &= mark < SHARED_FIRST;
            if (mark >= 0) {
                wanted[mark >> 6] |= 1L << mark;
            }
        }
        return new Wanted(wanted, exact, none);
    }

    /** Whether the region has these marks. */
    boolean has(int slot, Wanted wanted) {
        int at = slot * LONGS;
        for (int i = 0; i < LONGS; i++) {
            if ((marks[at + i] & wanted.marks[i]) != wanted.marks[i]) {
                return false;
            }
        }
        return true;
    }

    /** Marks at most so many regions that are not marked yet; false when none is left. */
    boolean markMore(int most) {
        int end = (int) Math.min(regions.size(), (long) size + most);
        if (marks.length < end * LONGS) {
            marks = Arrays.copyOf(marks, regions.room() * LONGS);
        }
        for (; size < end; size++) {
            markTokens(size);
        }
        return size < regions.size();
    }

    private void markTokens(int slot) {
        byte[] bytes = regions.latexBytes();
        int end = regions.latexEnd(slot);
        int at = LatexBytes.skipBlanks(bytes, regions.latexStart(slot), end);
        while (at < end) {
            int next = LatexBytes.tokenEnd(bytes, at, end);
            if (next == LatexBytes.UNSURE) {
                for (String token : LatexTokenizer.tokens(regions.latex(slot))) {
                    byte[] text = token.getBytes(StandardCharsets.UTF_8);
                    set(slot, mark(text, 0, text.length, true));
                }
                return;
            }
            set(slot, mark(bytes, at, next, true));
            at = LatexBytes.skipBlanks(bytes, next, end);
        }
    }

    private void set(int slot, int mark) {
        marks[slot * LONGS + (mark >> 6)] |= 1L << mark;
    }

    /** The token's mark; -1 for one that no region has, unless it is to get one. */
    private int mark(byte[] bytes, int start, int end, boolean toAdd) {
        if (end - start == 1) {
            return bytes[start] & 0x7F;
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        hash ^= hash >>> 15;
        int shared = SHARED_FIRST + (hash >>> 9) % SHARED_COUNT;
        if (bytes[start] != '\\') {
            return shared;
        }
        int place = hash & (PLACES - 1);
        while (commands[place] != null) {
            if (LatexBytes.is(bytes, start, end, commands[place])) {
                return commandMarks[place];
            }
            place = (place + 1) & (PLACES - 1);
        }
        if (commandCount == OWN_COUNT) {
            return shared;
        }
        if (!toAdd) {
            return -1;
        }
        commands[place] = Arrays.copyOfRange(bytes, start, end);
        commandMarks[place] = OWN_FIRST + commandCount++;
        return commandMarks[place];
    }
}
