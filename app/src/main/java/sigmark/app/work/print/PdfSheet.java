package sigmark.app.work.print;

import java.awt.Color;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

/**
 * A4 pages that are drawn on, one after the other. Places are in points from the top left. Each letter's outline is kept
 * once and drawn as often as it comes, so that a long text stays a small file.
 */
final class PdfSheet implements AutoCloseable {
    static final double WIDTH = PDRectangle.A4.getWidth();
    static final double HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document = new PDDocument();
    private final Map<String, PDFormXObject> outlines = new HashMap<>();
    private PDPageContentStream content;
    private Color color = Color.BLACK;

    PdfSheet(String title, String language) throws IOException {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        content = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    void nextPage() throws IOException {
        content.close();
        content = page();
        color = Color.BLACK;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    private void color(Color wanted) throws IOException {
        if (!wanted.equals(color)) {
            content.setNonStrokingColor(wanted);
            color = wanted;
        }
    }

    /** Letters along a baseline. */
    void text(String text, double x, double baseline, PdfFont font, double size, Color ink) throws IOException {
        color(ink);
        GlyphVector glyphs = font.glyphs(text);
        float scale = (float) (size / PdfFont.UNIT);
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            PDFormXObject outline = outline(font, glyphs, i);
            if (outline.getBBox().getWidth() > 0) {
                Point2D at = glyphs.getGlyphPosition(i);
                content.saveGraphicsState();
                content.transform(
                        new Matrix(scale, 0, 0, scale, (float) (x + at.getX() * scale), (float) (HEIGHT - baseline)));
                content.drawForm(outline);
                content.restoreGraphicsState();
            }
        }
    }

    private PDFormXObject outline(PdfFont font, GlyphVector glyphs, int index) throws IOException {
        String key = font.name() + " " + glyphs.getGlyphCode(index);
        PDFormXObject known = outlines.get(key);
        if (known != null) {
            return known;
        }
        Point2D at = glyphs.getGlyphPosition(index);
        Shape shape = AffineTransform.getTranslateInstance(-at.getX(), -at.getY())
                .createTransformedShape(glyphs.getGlyphOutline(index));
        PDFormXObject form = new PDFormXObject(document);
        Rectangle2D box = shape.getBounds2D();
        form.setBBox(
                box.isEmpty()
                        ? new PDRectangle(0, 0, 0, 0)
                        : new PDRectangle(
                                (float) box.getX() - 1,
                                (float) -box.getMaxY() - 1,
                                (float) box.getWidth() + 2,
                                (float) box.getHeight() + 2));
        try (OutputStream out = form.getStream().createOutputStream(COSName.FLATE_DECODE)) {
            out.write(path(shape).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        outlines.put(key, form);
        return form;
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        PathIterator at = shape.getPathIterator(AffineTransform.getScaleInstance(1, -1));
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        for (; !at.isDone(); at.next()) {
            int kind = at.currentSegment(to);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> write(path, "m", to[0], to[1]);
                case PathIterator.SEG_LINETO -> write(path, "l", to[0], to[1]);
                case PathIterator.SEG_QUADTO ->
                    write(
                            path,
                            "c",
                            x + (to[0] - x) * 2 / 3,
                            y + (to[1] - y) * 2 / 3,
                            to[2] + (to[0] - to[2]) * 2 / 3,
                            to[3] + (to[1] - to[3]) * 2 / 3,
                            to[2],
                            to[3]);
                case PathIterator.SEG_CUBICTO -> write(path, "c", to[0], to[1], to[2], to[3], to[4], to[5]);
                default -> path.append("h\n");
            }
            int last = kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 4 : 0;
            if (kind != PathIterator.SEG_CLOSE) {
                x = to[last];
                y = to[last + 1];
            }
        }
        return path.append("f\n").toString();
    }

    private static void write(StringBuilder path, String operator, double... numbers) {
        for (double number : numbers) {
            path.append(String.format(java.util.Locale.ROOT, "%.2f ", number));
        }
        path.append(operator).append('\n');
    }

    /** A picture with its top left corner at a place. */
    void picture(BufferedImage image, double x, double top, double width, double height) throws IOException {
        content.drawImage(
                LosslessFactory.createFromImage(document, image),
                (float) x,
                (float) (HEIGHT - top - height),
                (float) width,
                (float) height);
    }

    void fill(double x, double top, double width, double height, Color ink) throws IOException {
        color(ink);
        content.addRect((float) x, (float) (HEIGHT - top - height), (float) width, (float) height);
        content.fill();
    }

    /** The outline of a box, dashed or solid. */
    void frame(double x, double top, double width, double height, Color ink, boolean dashed) throws IOException {
        content.setStrokingColor(ink);
        content.setLineWidth(0.8f);
        content.setLineDashPattern(dashed ? new float[] {4, 3} : new float[] {}, 0);
        content.addRect((float) x, (float) (HEIGHT - top - height), (float) width, (float) height);
        content.stroke();
    }

    /** The file; nothing can be drawn any more. */
    byte[] bytes() throws IOException {
        content.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
