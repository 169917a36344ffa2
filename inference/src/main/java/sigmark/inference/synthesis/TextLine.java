package sigmark.inference.synthesis;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.page.FormulaKind;

/**
 * One line of words, measured and ready to be drawn.
 *
 * @param width with blanks of their natural size
 * @param rise ink or text above the baseline
 * @param drop ink or text below it
 */
record TextLine(List<Word> words, double blank, double width, double rise, double drop) {
    /** A measured word. */
    record Word(List<Part> parts, double width, double rise, double drop) {}

    /** A run of one font, or a formula's ink. */
    record Part(String text, Optional<Font> font, Optional<FormulaInk> ink, double width) {}

    /** Draws with its first word at {@code x} on the baseline; blanks grow to fill {@code stretchTo} when it is set. */
    void draw(PageCanvas canvas, double x, double baseline, double stretchTo, Color colour) {
        double gap = blank;
        if (stretchTo > width && words.size() > 1) {
            gap += (stretchTo - width) / (words.size() - 1);
        }
        double at = x;
        for (Word word : words) {
            for (Part part : word.parts()) {
                draw(canvas, part, at, baseline, colour);
                at += part.width();
            }
            at += gap;
        }
    }

    private static void draw(PageCanvas canvas, Part part, double x, double baseline, Color colour) {
        if (part.ink().isPresent()) {
            canvas.formula(part.text(), FormulaKind.INLINE, part.ink().get(), x, baseline, colour);
        } else {
            canvas.graphics().setColor(colour);
            canvas.graphics().setFont(part.font().orElseThrow());
            canvas.graphics().drawString(part.text(), (float) x, (float) Math.round(baseline));
        }
    }

    /** Fills lines greedily; {@code first} is taken off the first line's width. */
    static List<TextLine> fill(List<Word> words, double width, double first, double blank) {
        List<TextLine> lines = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        double used = 0;
        for (Word word : words) {
            double room = lines.isEmpty() ? width - first : width;
            double next = line.isEmpty() ? word.width() : used + blank + word.width();
            if (next > room && !line.isEmpty()) {
                lines.add(of(line, blank));
                line.clear();
                next = word.width();
            }
            line.add(word);
            used = next;
        }
        if (!line.isEmpty()) {
            lines.add(of(line, blank));
        }
        return lines;
    }

    static TextLine of(List<Word> words, double blank) {
        double width = -blank;
        double rise = 0;
        double drop = 0;
        for (Word word : words) {
            width += word.width() + blank;
            rise = Math.max(rise, word.rise());
            drop = Math.max(drop, word.drop());
        }
        return new TextLine(List.copyOf(words), blank, Math.max(width, 0), rise, drop);
    }
}
