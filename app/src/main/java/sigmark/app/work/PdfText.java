package sigmark.app.work;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Lines of text as a PDF of A4 pages. Letters are drawn as outlines of the window's typeface, since PDFBox cannot embed
 * its kind of font: Korean prints everywhere, but nothing can be selected; the HTML beside it is there for that.
 */
final class PdfText {
    private static final String FONT = "/sigmark/fonts/Pretendard-Regular.otf";
    private static final float SIZE = 9.5f;
    private static final float TITLE = 15;
    private static final float LEADING = 14;
    private static final float MARGIN = 56;
    private static final FontRenderContext CONTEXT = new FontRenderContext(new AffineTransform(), true, true);

    private final Font font;

    private PdfText(Font font) {
        this.font = font;
    }

    /** The first line is the title. */
    static byte[] write(List<String> lines) throws IOException {
        return new PdfText(font()).document(lines);
    }

    private static Font font() throws IOException {
        try (InputStream in = PdfText.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("no font " + FONT);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException broken) {
            throw new IOException("cannot read font " + FONT, broken);
        }
    }

    private byte[] document(List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            List<String> folded = new ArrayList<>();
            lines.forEach(line -> fold(line, folded));
            int perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LEADING);
            for (int from = 0; from < folded.size(); from += perPage) {
                page(document, folded.subList(from, Math.min(folded.size(), from + perPage)), from == 0);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private void page(PDDocument document, List<String> lines, boolean first) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            for (int i = 0; i < lines.size(); i++) {
                float size = first && i == 0 ? TITLE : SIZE;
                Shape outline = font.deriveFont(size)
                        .createGlyphVector(CONTEXT, lines.get(i))
                        .getOutline();
                draw(content, outline, PDRectangle.A4.getHeight() - MARGIN - i * LEADING);
            }
        }
    }

    private static void draw(PDPageContentStream content, Shape outline, float baseline) throws IOException {
        PathIterator path = outline.getPathIterator(new AffineTransform(1, 0, 0, -1, MARGIN, baseline));
        float[] to = new float[6];
        float x = 0;
        float y = 0;
        boolean any = false;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(to);
            any = true;
            switch (kind) {
                case PathIterator.SEG_MOVETO -> content.moveTo(to[0], to[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(to[0], to[1]);
                case PathIterator.SEG_QUADTO ->
                    content.curveTo(
                            x + (to[0] - x) * 2 / 3,
                            y + (to[1] - y) * 2 / 3,
                            to[2] + (to[0] - to[2]) * 2 / 3,
                            to[3] + (to[1] - to[3]) * 2 / 3,
                            to[2],
                            to[3]);
                case PathIterator.SEG_CUBICTO -> content.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
                default -> content.closePath();
            }
            int last = kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 4 : 0;
            x = to[last];
            y = to[last + 1];
        }
        if (any) {
            content.fill();
        }
    }

    private void fold(String line, List<String> out) {
        Font sized = font.deriveFont(SIZE);
        double room = PDRectangle.A4.getWidth() - 2.0 * MARGIN;
        StringBuilder part = new StringBuilder();
        double width = 0;
        for (int point : line.codePoints().toArray()) {
            String one = new String(Character.toChars(point < ' ' ? ' ' : point));
            double wide = sized.getStringBounds(one, CONTEXT).getWidth();
            if (width + wide > room && part.length() > 0) {
                out.add(part.toString());
                part.setLength(0);
                width = 0;
            }
            part.append(one);
            width += wide;
        }
        out.add(part.toString());
    }
}
