package sigmark.labeling.store;

import sigmark.inference.latex.LatexTokenizer;

/** The rules of {@link LatexTokenizer} on UTF-8, without making texts of it. */
final class LatexBytes {
    /** Stands for the end of a token that only the tokenizer knows: an environment with blanks, or broken UTF-8. */
    static final int UNSURE = -1;

    private static final byte[] BEGIN = {'\\', 'b', 'e', 'g', 'i', 'n'};
    private static final byte[] END = {'\\', 'e', 'n', 'd'};
    private static final int[] LENGTHS_BY_LEAD = {-1, -1, -1, -1, 2, 2, 3, 4};

    private LatexBytes() {}

    /** Index of the first byte from there that is no blank. */
    static int skipBlanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            if (bytes[at] > ' ') {
                return at;
            }
            int length = bytes[at] >= 0 ? 1 : blankLength(bytes, at, end);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return at;
    }

    /** Bytes of a blank that is not ASCII, or 0. */
    private static int blankLength(byte[] bytes, int at, int end) {
        int length = characterLength(bytes, at, end);
        if (length != 2 && length != 3) {
            return 0;
        }
        int codePoint = length == 2
                ? (bytes[at] & 0x1F) << 6 | (bytes[at + 1] & 0x3F)
                : (bytes[at] & 0xF) << 12 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F);
        return LatexTokenizer.isBlank(codePoint) ? length : 0;
    }

    /** End of the token that starts there, or {@link #UNSURE}. */
    static int tokenEnd(byte[] bytes, int at, int end) {
        if (bytes[at] != '\\' || at + 1 == end) {
            return after(bytes, at, end);
        }
        int next = at + 1;
        while (next < end && isLetter(bytes[next])) {
            next++;
        }
        if (next == at + 1) {
            return after(bytes, next, end);
        }
        return is(bytes, at, next, BEGIN) || is(bytes, at, next, END) ? environmentEnd(bytes, next, end) : next;
    }

    private static int environmentEnd(byte[] bytes, int word, int end) {
        if (word == end) {
            return word;
        }
        if (bytes[word] != '{') {
            return bytes[word] > ' ' ? word : UNSURE;
        }
        int at = word + 1;
        while (at < end && (isLetter(bytes[at]) || bytes[at] == '*')) {
            at++;
        }
        if (at < end && bytes[at] == ' ') {
            return UNSURE;
        }
        return at > word + 1 && at < end && bytes[at] == '}' ? at + 1 : word;
    }

    private static int after(byte[] bytes, int at, int end) {
        int length = characterLength(bytes, at, end);
        return length < 0 ? UNSURE : at + length;
    }

    private static int characterLength(byte[] bytes, int at, int end) {
        if (bytes[at] >= 0) {
            return 1;
        }
        int length = LENGTHS_BY_LEAD[(bytes[at] >> 4) & 7];
        if (length < 0 || at + length > end) {
            return UNSURE;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return UNSURE;
            }
        }
        return length;
    }

    /** Where these bytes first stand within the range, or -1. */
    static int find(byte[] bytes, byte[] wanted, int start, int end) {
        byte first = wanted[0];
        int last = end - wanted.length;
        for (int at = start; at <= last; at++) {
            if (bytes[at] == first && startsWith(bytes, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    static boolean is(byte[] bytes, int at, int end, byte[] word) {
        return end - at == word.length && startsWith(bytes, at, word);
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
