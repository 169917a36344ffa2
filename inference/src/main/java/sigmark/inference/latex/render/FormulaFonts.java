package sigmark.inference.latex.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeBlock;
import java.util.List;
import org.scilab.forge.jlatexmath.TeXFormula;

/** The shipped Korean font, made known to the renderer for characters that TeX's fonts lack. */
final class FormulaFonts {
    private static final List<String> FILES =
            List.of("/sigmark/fonts/Pretendard-Regular.otf", "/sigmark/fonts/Pretendard-Bold.otf");
    private static final List<UnicodeBlock> BLOCKS = List.of(
            UnicodeBlock.HANGUL_SYLLABLES,
            UnicodeBlock.HANGUL_JAMO,
            UnicodeBlock.HANGUL_COMPATIBILITY_JAMO,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.HIRAGANA,
            UnicodeBlock.KATAKANA,
            UnicodeBlock.ENCLOSED_ALPHANUMERICS,
            UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
            UnicodeBlock.CJK_COMPATIBILITY,
            UnicodeBlock.LATIN_1_SUPPLEMENT,
            UnicodeBlock.LATIN_EXTENDED_A,
            UnicodeBlock.GREEK,
            UnicodeBlock.CYRILLIC,
            UnicodeBlock.GENERAL_PUNCTUATION,
            UnicodeBlock.SUPERSCRIPTS_AND_SUBSCRIPTS,
            UnicodeBlock.CURRENCY_SYMBOLS,
            UnicodeBlock.LETTERLIKE_SYMBOLS,
            UnicodeBlock.NUMBER_FORMS,
            UnicodeBlock.ARROWS,
            UnicodeBlock.MATHEMATICAL_OPERATORS,
            UnicodeBlock.MISCELLANEOUS_TECHNICAL,
            UnicodeBlock.GEOMETRIC_SHAPES,
            UnicodeBlock.MISCELLANEOUS_SYMBOLS,
            UnicodeBlock.DINGBATS);

    private static final Font KOREAN = load();

    private FormulaFonts() {}

    /** Registers the blocks; called once before the first formula, since the renderer's tables are shared. */
    static void register() {
        for (UnicodeBlock block : BLOCKS) {
            TeXFormula.registerExternalFont(block, KOREAN.getFamily());
        }
        Font system = new Font(Font.DIALOG, Font.PLAIN, 10);
        if (system.canDisplay('漢')) {
            TeXFormula.registerExternalFont(UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS, Font.DIALOG);
        }
    }

    /** Whether a character can be drawn: by TeX's own fonts, the shipped one, or for Han one of the system's. */
    static boolean shows(String character) {
        int codePoint = character.codePointAt(0);
        if (codePoint < 0x80) {
            return codePoint >= ' ' && codePoint != 0x7F;
        }
        UnicodeBlock block = UnicodeBlock.of(codePoint);
        if (character.length() > 1 || block == null) {
            return false;
        }
        return BLOCKS.contains(block) && KOREAN.canDisplay(codePoint)
                || UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS.equals(block)
                        && new Font(Font.DIALOG, Font.PLAIN, 10).canDisplay(codePoint);
    }

    private static Font load() {
        Font first = new Font(Font.DIALOG, Font.PLAIN, 10);
        for (int i = FILES.size() - 1; i >= 0; i--) {
            try (InputStream stream = FormulaFonts.class.getResourceAsStream(FILES.get(i))) {
                if (stream == null) {
                    throw new IllegalStateException("missing from the class path: " + FILES.get(i));
                }
                first = Font.createFont(Font.TRUETYPE_FONT, stream);
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(first);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("not a font: " + FILES.get(i), e);
            }
        }
        return first;
    }
}
