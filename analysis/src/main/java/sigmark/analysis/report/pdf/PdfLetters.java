package sigmark.analysis.report.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * The window's typeface in a PDF. PDFBox cannot embed its kind of font, so each letter that is used becomes a drawing of
 * its outline in Type 3 fonts of up to 250 letters (PDF 32000-1, 9.6.5), with a table back to Unicode: Korean prints
 * everywhere, and can be selected, searched and copied. A letter that the typeface lacks is shown as a box.
 */
final class PdfLetters {
    private static final String TYPEFACE = "/sigmark/fonts/Pretendard-Regular.otf";
    private static final int A_FONT = 250;
    private static final int EM = 1000;
    private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);

    private final Font face;
    private final Map<Integer, Letter> letters = new LinkedHashMap<>();

    /** One code point's place among the fonts, and its advance in thousandths of the size. */
    private record Letter(int font, int code, double advance, GlyphVector glyphs) {}

    PdfLetters() throws IOException {
        try (InputStream in = PdfLetters.class.getResourceAsStream(TYPEFACE)) {
            if (in == null) {
                throw new IOException("no typeface " + TYPEFACE);
            }
            face = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) EM);
        } catch (FontFormatException broken) {
            throw new IOException("cannot read typeface " + TYPEFACE, broken);
        }
    }

    double width(String text, double size) {
        return text.codePoints().mapToDouble(point -> letter(point).advance).sum() * size / EM;
    }

    /** The operators that show a text from a point on its baseline, in the page's own coordinates. */
    String show(String text, double size, double x, double y) {
        StringBuilder out = new StringBuilder("BT ");
        out.append(String.format(Locale.ROOT, "1 0 0 1 %.2f %.2f Tm ", x, y));
        int font = -1;
        for (int point : text.codePoints().toArray()) {
            Letter letter = letter(point);
            if (letter.font != font) {
                out.append(font < 0 ? "" : "> Tj ");
                font = letter.font;
                out.append(String.format(Locale.ROOT, "/L%d %.2f Tf <", font, size));
            }
            out.append(String.format(Locale.ROOT, "%02X", letter.code));
        }
        return out.append(font < 0 ? "" : "> Tj ").append("ET\n").toString();
    }

    private Letter letter(int point) {
        int shown = point < ' ' ? ' ' : point;
        return letters.computeIfAbsent(shown, key -> {
            GlyphVector glyphs = face.createGlyphVector(CONTEXT, Character.toChars(key));
            int place = letters.size();
            return new Letter(
                    place / A_FONT,
                    1 + place % A_FONT,
                    glyphs.getLogicalBounds().getWidth(),
                    glyphs);
        });
    }

    /** All fonts that were used, by the names in the operators. */
    COSDictionary fonts() throws IOException {
        List<Map<Integer, Letter>> fonts = new ArrayList<>();
        letters.forEach((point, letter) -> {
            if (letter.font == fonts.size()) {
                fonts.add(new LinkedHashMap<>());
            }
            fonts.get(letter.font).put(point, letter);
        });
        COSDictionary all = new COSDictionary();
        for (int i = 0; i < fonts.size(); i++) {
            all.setItem(COSName.getPDFName("L" + i), font(fonts.get(i)));
        }
        return all;
    }

    private static COSDictionary font(Map<Integer, Letter> used) throws IOException {
        COSDictionary procs = new COSDictionary();
        COSArray widths = new COSArray();
        COSArray differences = new COSArray();
        differences.add(COSInteger.get(1));
        for (Letter letter : used.values()) {
            COSName name = COSName.getPDFName("g" + letter.code);
            differences.add(name);
            widths.add(new COSFloat((float) letter.advance));
            procs.setItem(name, stream(drawing(letter)));
        }
        COSDictionary encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, differences);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_BBOX, numbers(-EM, -EM, 2 * EM, 2 * EM));
        font.setItem(COSName.FONT_MATRIX, numbers(0.001f, 0, 0, 0.001f, 0, 0));
        font.setInt(COSName.FIRST_CHAR, 1);
        font.setInt(COSName.LAST_CHAR, used.size());
        font.setItem(COSName.WIDTHS, widths);
        font.setItem(COSName.ENCODING, encoding);
        font.setItem(COSName.CHAR_PROCS, procs);
        font.setItem(COSName.RESOURCES, new COSDictionary());
        font.setItem(COSName.TO_UNICODE, stream(unicode(used)));
        return font;
    }

    private static COSArray numbers(float... values) {
        COSArray array = new COSArray();
        for (float value : values) {
            array.add(new COSFloat(value));
        }
        return array;
    }

    private static COSStream stream(String text) throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static String unicode(Map<Integer, Letter> used) {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n")
                .append("/CMapName /L def /CMapType 2 def\n1 begincodespacerange <01> <FF> endcodespacerange\n");
        List<Map.Entry<Integer, Letter>> entries = List.copyOf(used.entrySet());
        for (int from = 0; from < entries.size(); from += 100) {
            List<Map.Entry<Integer, Letter>> some = entries.subList(from, Math.min(entries.size(), from + 100));
            map.append(some.size()).append(" beginbfchar\n");
            for (Map.Entry<Integer, Letter> entry : some) {
                map.append(String.format(Locale.ROOT, "<%02X> <", entry.getValue().code));
                for (char unit : Character.toChars(entry.getKey())) {
                    map.append(String.format(Locale.ROOT, "%04X", (int) unit));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n")
                .toString();
    }

    private static String drawing(Letter letter) {
        Rectangle2D box = letter.glyphs.getOutline().getBounds2D();
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%.1f 0 %.1f %.1f %.1f %.1f d1\n",
                letter.advance,
                box.getMinX(),
                -box.getMaxY(),
                box.getMaxX(),
                -box.getMinY()));
        PathIterator path = letter.glyphs.getOutline().getPathIterator(new AffineTransform(1, 0, 0, -1, 0, 0));
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(to);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> put(out, "m", to[0], to[1]);
                case PathIterator.SEG_LINETO -> put(out, "l", to[0], to[1]);
                case PathIterator.SEG_QUADTO ->
                    put(
                            out,
                            "c",
                            x + (to[0] - x) * 2 / 3,
                            y + (to[1] - y) * 2 / 3,
                            to[2] + (to[0] - to[2]) * 2 / 3,
                            to[3] + (to[1] - to[3]) * 2 / 3,
                            to[2],
                            to[3]);
                case PathIterator.SEG_CUBICTO -> put(out, "c", to[0], to[1], to[2], to[3], to[4], to[5]);
                default -> out.append("h\n");
            }
            int last = kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 4 : 0;
            x = to[last];
            y = to[last + 1];
        }
        return out.append("f\n").toString();
    }

    private static void put(StringBuilder out, String operator, double... numbers) {
        for (double number : numbers) {
            out.append(String.format(Locale.ROOT, "%.1f ", number));
        }
        out.append(operator).append('\n');
    }
}
