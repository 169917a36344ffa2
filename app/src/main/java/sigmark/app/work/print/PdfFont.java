package sigmark.app.work.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;

/** A typeface of the window at a size of its own, drawn as outlines: PDFBox cannot embed this kind of font. */
final class PdfFont {
    /** Outlines are taken at this size and scaled. */
    static final float UNIT = 100;

    private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);
    private static final String PLACE = "/sigmark/fonts/";

    private final String name;
    private final Font font;

    private PdfFont(String name, Font font) {
        this.name = name;
        this.font = font;
    }

    static PdfFont of(String name) throws IOException {
        try (InputStream in = PdfFont.class.getResourceAsStream(PLACE + name)) {
            if (in == null) {
                throw new IOException("no font " + PLACE + name);
            }
            return new PdfFont(name, Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(UNIT));
        } catch (FontFormatException broken) {
            throw new IOException("cannot read font " + name, broken);
        }
    }

    String name() {
        return name;
    }

    boolean shows(String text) {
        return font.canDisplayUpTo(text) < 0;
    }

    GlyphVector glyphs(String text) {
        return font.createGlyphVector(CONTEXT, text);
    }

    /** Width of a text in points at a size. */
    double width(String text, double size) {
        return glyphs(text).getLogicalBounds().getWidth() * size / UNIT;
    }
}
