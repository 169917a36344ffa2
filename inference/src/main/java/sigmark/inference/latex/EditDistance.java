package sigmark.inference.latex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Levenshtein distance (insert, delete, replace cost 1 each) of token lists or code points, by Myers' bit-parallel
 * algorithm in blocks of 64 (G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming", JACM 46, 1999; block form after H. Hyyrö, 2003).
 */
public final class EditDistance {
    private static final int WORD = 64;

    private EditDistance() {}

    /** Tokens to insert, delete or replace. */
    public static int ofTokens(List<String> left, List<String> right) {
        Map<String, Integer> numbers = new HashMap<>();
        return of(numbered(left, numbers), numbered(right, numbers));
    }

    /** Unicode code points to insert, delete or replace. */
    public static int ofCodePoints(String left, String right) {
        return left.equals(right) ? 0 : of(codePoints(left), codePoints(right));
    }

    /** Symbols given as any integers. */
    public static int of(int[] left, int[] right) {
        int start = 0;
        int leftEnd = left.length;
        int rightEnd = right.length;
        while (start < leftEnd && start < rightEnd && left[start] == right[start]) {
            start++;
        }
        while (leftEnd > start && rightEnd > start && left[leftEnd - 1] == right[rightEnd - 1]) {
            leftEnd--;
            rightEnd--;
        }
        if (leftEnd == start || rightEnd == start) {
            return Math.max(leftEnd, rightEnd) - start;
        }
        int[] pattern = Arrays.copyOfRange(left, start, leftEnd);
        int[] text = Arrays.copyOfRange(right, start, rightEnd);
        if (pattern.length > text.length) {
            int[] swap = pattern;
            pattern = text;
            text = swap;
        }
        return pattern.length <= WORD ? oneBlock(pattern, text) : manyBlocks(pattern, text);
    }

    /**
     * Distance over the longer length, 0 to 1; two empty sides are equal.
     *
     * @param distance at most the longer length
     */
    public static double normalized(int distance, int lengthA, int lengthB) {
        int longer = Math.max(lengthA, lengthB);
        return longer == 0 ? 0 : (double) distance / longer;
    }

    private static int[] numbered(List<String> tokens, Map<String, Integer> numbers) {
        int[] numbered = new int[tokens.size()];
        for (int i = 0; i < numbered.length; i++) {
            String token = tokens.get(i);
            Integer number = numbers.get(token);
            if (number == null) {
                number = numbers.size();
                numbers.put(token, number);
            }
            numbered[i] = number;
        }
        return numbered;
    }

    private static int[] codePoints(String text) {
        int[] points = new int[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            points[count++] = point;
            i += Character.charCount(point);
        }
        return count == points.length ? points : Arrays.copyOf(points, count);
    }

    private static int oneBlock(int[] pattern, int[] text) {
        Positions positions = new Positions(pattern, 1);
        long plus = -1L;
        long minus = 0;
        int score = pattern.length;
        long last = 1L << (pattern.length - 1);
        for (int symbol : text) {
            long equal = positions.at(positions.row(symbol), 0);
            long vertical = equal | minus;
            long horizontal = (((equal & plus) + plus) ^ plus) | equal;
            long up = minus | ~(horizontal | plus);
            long down = plus & horizontal;
            if ((up & last) != 0) {
                score++;
            } else if ((down & last) != 0) {
                score--;
            }
            up = up << 1 | 1;
            down <<= 1;
            plus = down | ~(vertical | up);
            minus = up & vertical;
        }
        return score;
    }

    private static int manyBlocks(int[] pattern, int[] text) {
        int blocks = (pattern.length + WORD - 1) / WORD;
        Positions positions = new Positions(pattern, blocks);
        long[] plus = new long[blocks];
        long[] minus = new long[blocks];
        Arrays.fill(plus, -1L);
        int score = pattern.length;
        long last = 1L << ((pattern.length - 1) % WORD);
        for (int symbol : text) {
            int carry = 1;
            int row = positions.row(symbol);
            for (int block = 0; block < blocks; block++) {
                long top = block == blocks - 1 ? last : Long.MIN_VALUE;
                long equal = positions.at(row, block);
                long vertical = equal | minus[block];
                long equalIn = carry < 0 ? equal | 1 : equal;
                long horizontal = (((equalIn & plus[block]) + plus[block]) ^ plus[block]) | equalIn;
                long up = minus[block] | ~(horizontal | plus[block]);
                long down = plus[block] & horizontal;
                int carryOut = (up & top) != 0 ? 1 : (down & top) != 0 ? -1 : 0;
                up = up << 1 | (carry > 0 ? 1 : 0);
                down = down << 1 | (carry < 0 ? 1 : 0);
                plus[block] = down | ~(vertical | up);
                minus[block] = up & vertical;
                carry = carryOut;
            }
            score += carry;
        }
        return score;
    }

    /** For each symbol of the pattern, the bits of its places: an open-addressing table of rows of blocks. */
    private static final class Positions {
        private final int[] symbols;
        private final int[] rows;
        private final long[] bits;
        private final int mask;
        private final int blocks;

        Positions(int[] pattern, int blocks) {
            this.blocks = blocks;
            int size = Integer.highestOneBit(Math.max(4, pattern.length * 2 - 1)) * 2;
            mask = size - 1;
            symbols = new int[size];
            rows = new int[size];
            int used = 0;
            int[] rowOf = new int[pattern.length];
            for (int i = 0; i < pattern.length; i++) {
                int slot = slot(pattern[i]);
                if (rows[slot] == 0) {
                    symbols[slot] = pattern[i];
                    rows[slot] = ++used;
                }
                rowOf[i] = rows[slot] - 1;
            }
            bits = new long[used * blocks];
            for (int i = 0; i < pattern.length; i++) {
                bits[rowOf[i] * blocks + i / WORD] |= 1L << (i % WORD);
            }
        }

        /** Where the symbol's row begins; negative when the pattern lacks it. */
        int row(int symbol) {
            return (rows[slot(symbol)] - 1) * blocks;
        }

        long at(int row, int block) {
            return row < 0 ? 0 : bits[row + block];
        }

        private int slot(int symbol) {
            int mixed = symbol * 0x9E3779B9;
            int slot = (mixed ^ mixed >>> 15) & mask;
            while (rows[slot] != 0 && symbols[slot] != symbol) {
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }
}
