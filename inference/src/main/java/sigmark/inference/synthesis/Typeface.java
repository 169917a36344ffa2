package sigmark.inference.synthesis;

import java.awt.Font;

/**
 * The fonts of one text: Latin and Hangul that go together, each at size 1.
 *
 * @param italic Latin only; Hangul stays upright
 */
record Typeface(String name, Font regular, Font bold, Font italic, Font hangul, Font hangulBold) {
    /** Which font draws a character. */
    Font font(int codePoint, boolean isBold, boolean isItalic) {
        Font latin = isBold ? bold : isItalic ? italic : regular;
        if (codePoint < 0x250 && latin.canDisplay(codePoint)) {
            return latin;
        }
        Font korean = isBold ? hangulBold : hangul;
        return korean.canDisplay(codePoint) || !latin.canDisplay(codePoint) ? korean : latin;
    }
}
