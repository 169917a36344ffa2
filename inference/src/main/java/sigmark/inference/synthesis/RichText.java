package sigmark.inference.synthesis;

import java.util.ArrayList;
import java.util.List;

/**
 * Running text with {@code $formulas$}, {@code *slanted*} and {@code **bold**} parts, cut into words that no line break
 * divides. A formula belongs to the word it touches, so that a particle or a comma stays with it.
 */
final class RichText {
    /** @param formula whether {@code text} is LaTeX */
    record Piece(String text, boolean formula, boolean bold, boolean italic) {}

    private RichText() {}

    static List<List<Piece>> words(String markup) {
        List<List<Piece>> words = new ArrayList<>();
        List<Piece> word = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean bold = false;
        boolean italic = false;
        int i = 0;
        while (i < markup.length()) {
            char c = markup.charAt(i);
            if (c == '$') {
                flush(run, word, bold, italic);
                int end = markup.indexOf('$', i + 1);
                if (end < 0) {
                    throw new IllegalArgumentException("a formula without end in: " + markup);
                }
                word.add(new Piece(markup.substring(i + 1, end), true, bold, italic));
                i = end + 1;
            } else if (c == '*') {
                flush(run, word, bold, italic);
                boolean two = markup.startsWith("**", i);
                bold ^= two;
                italic ^= !two;
                i += two ? 2 : 1;
            } else if (c == ' ') {
                flush(run, word, bold, italic);
                if (!word.isEmpty()) {
                    words.add(List.copyOf(word));
                    word.clear();
                }
                i++;
            } else {
                run.append(c);
                i++;
            }
        }
        flush(run, word, bold, italic);
        if (!word.isEmpty()) {
            words.add(List.copyOf(word));
        }
        return words;
    }

    private static void flush(StringBuilder run, List<Piece> word, boolean bold, boolean italic) {
        if (!run.isEmpty()) {
            word.add(new Piece(run.toString(), false, bold, italic));
            run.setLength(0);
        }
    }
}
