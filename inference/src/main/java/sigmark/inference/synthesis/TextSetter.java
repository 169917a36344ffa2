package sigmark.inference.synthesis;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures words in a theme's fonts. */
final class TextSetter {
    private final PageTheme theme;

    TextSetter(PageTheme theme) {
        this.theme = theme;
    }

    /** The words of a text at {@code size} pixels; formulas that cannot be typeset are left out with their word. */
    List<TextLine.Word> words(String markup, double size, boolean bold) {
        List<TextLine.Word> words = new ArrayList<>();
        for (List<RichText.Piece> pieces : RichText.words(markup)) {
            List<TextLine.Part> parts = new ArrayList<>();
            for (RichText.Piece piece : pieces) {
                if (piece.formula()) {
                    formula(piece.text(), size).ifPresent(parts::add);
                } else {
                    parts.addAll(runs(piece.text(), size, bold || piece.bold(), piece.italic()));
                }
            }
            if (!parts.isEmpty()) {
                words.add(word(parts, size));
            }
        }
        return words;
    }

    TextLine line(String markup, double size, boolean bold) {
        return TextLine.of(words(markup, size, bold), blank(size));
    }

    double blank(double size) {
        return size * 0.28;
    }

    private Optional<TextLine.Part> formula(String latex, double size) {
        Optional<FormulaInk> ink =
                theme.textMath() ? LinearFormula.ink(latex, theme.face(), (float) size) : Optional.empty();
        if (ink.isEmpty()) {
            ink = FormulaInk.of(latex, false, (float) size);
        }
        return ink.map(found -> new TextLine.Part(latex, Optional.empty(), Optional.of(found), found.advance()));
    }

    private TextLine.Word word(List<TextLine.Part> parts, double size) {
        double width = 0;
        double rise = size * 0.8;
        double drop = size * 0.25;
        for (TextLine.Part part : parts) {
            width += part.width();
            if (part.ink().isPresent()) {
                FormulaInk ink = part.ink().get();
                rise = Math.max(rise, ink.rise());
                drop = Math.max(drop, ink.height() - ink.rise());
            }
        }
        return new TextLine.Word(List.copyOf(parts), width, rise, drop);
    }

    private List<TextLine.Part> runs(String text, double size, boolean bold, boolean italic) {
        List<TextLine.Part> runs = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            Font font = theme.face().font(text.codePointAt(start), bold, italic);
            int end = start;
            while (end < text.length()
                    && theme.face().font(text.codePointAt(end), bold, italic).equals(font)) {
                end += Character.charCount(text.codePointAt(end));
            }
            String run = text.substring(start, end);
            Font sized = font.deriveFont((float) size);
            double width = sized.getStringBounds(run, PageCanvas.METRICS).getWidth();
            runs.add(new TextLine.Part(run, Optional.of(sized), Optional.empty(), width));
            start = end;
        }
        return runs;
    }
}
