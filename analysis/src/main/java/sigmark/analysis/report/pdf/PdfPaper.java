package sigmark.analysis.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import sigmark.inference.page.PixelImage;

/**
 * A PDF that is written from top to bottom: the pen stands at a height of the page, and a new page begins where the room
 * ends. Lengths in points, x from the left margin, y down from the pen. Colours {@code 0xRRGGBB}. For one thread.
 */
public final class PdfPaper implements AutoCloseable {
    /** Between the margins. */
    public static final double WIDTH = PDRectangle.A4.getWidth() - 2.0 * 48;

    private static final double MARGIN = 48;
    private static final double FOOT = 56;
    private static final int GREY = 0x57606a;

    private final PDDocument document = new PDDocument();
    private final PdfLetters letters;
    private final PDResources resources = new PDResources();
    private final List<StringBuilder> pages = new ArrayList<>();
    private double pen;

    /** @throws IOException when the typeface cannot be read */
    public PdfPaper() throws IOException {
        letters = new PdfLetters();
        turn();
    }

    private void turn() {
        pages.add(new StringBuilder());
        pen = MARGIN;
    }

    private StringBuilder page() {
        return pages.get(pages.size() - 1);
    }

    /** Room left on the page. */
    public double room() {
        return PDRectangle.A4.getHeight() - FOOT - pen;
    }

    /** A new page, unless there is so much room. */
    public void need(double height) {
        if (height > room() && pen > MARGIN) {
            turn();
        }
    }

    /** The pen so much further down. */
    public void down(double height) {
        pen += height;
    }

    /** Width of a text in one line. */
    public double width(String text, double size) {
        return letters.width(text, size);
    }

    /** A text whose line begins at x and at y below the pen; the baseline lies a size further down. */
    public void text(String text, double size, int color, double x, double y) {
        page().append(fill(color))
                .append(letters.show(text, size, MARGIN + x, PDRectangle.A4.getHeight() - pen - y - size));
    }

    /** An area below the pen. */
    public void area(double x, double y, double width, double height, int color) {
        page().append(fill(color))
                .append(String.format(
                        Locale.ROOT,
                        "%.2f %.2f %.2f %.2f re f\n",
                        MARGIN + x,
                        PDRectangle.A4.getHeight() - pen - y - height,
                        width,
                        height));
    }

    /** A picture below the pen, as large as fits, from the left; gives the height that it takes. */
    public double picture(PixelImage image, double x, double y, double width, double height) throws IOException {
        double scale = scale(image, width, height);
        PDImageXObject made = LosslessFactory.createFromImage(document, image.toBufferedImage());
        page().append(String.format(
                Locale.ROOT,
                "q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q\n",
                image.width() * scale,
                image.height() * scale,
                MARGIN + x,
                PDRectangle.A4.getHeight() - pen - y - image.height() * scale,
                resources.add(made).getName()));
        return image.height() * scale;
    }

    /** Height of a picture in so much room. */
    public static double height(PixelImage image, double width, double height) {
        return image.height() * scale(image, width, height);
    }

    private static double scale(PixelImage image, double width, double height) {
        return Math.min(0.6, Math.min(width / image.width(), height / image.height()));
    }

    /** A text in lines that are no wider than the room; breaks at blanks, and within a word where it must. */
    public List<String> folded(String text, double size, double room) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            fold(paragraph, size, room, lines);
        }
        return lines;
    }

    private void fold(String text, double size, double room, List<String> lines) {
        StringBuilder line = new StringBuilder();
        double width = 0;
        int blank = -1;
        for (int point : text.codePoints().toArray()) {
            String one = Character.toString(point);
            double wide = letters.width(one, size);
            if (width + wide > room && line.length() > 0) {
                int end = blank > 0 ? blank : line.length();
                lines.add(line.substring(0, end).stripTrailing());
                line.delete(0, end);
                while (line.length() > 0 && line.charAt(0) == ' ') {
                    line.deleteCharAt(0);
                }
                width = letters.width(line.toString(), size);
                blank = -1;
            }
            if (point == ' ') {
                blank = line.length();
            }
            line.append(one);
            width += wide;
        }
        lines.add(line.toString());
    }

    private static String fill(int rgb) {
        return String.format(
                Locale.ROOT,
                "%.3f %.3f %.3f rg ",
                (rgb >> 16 & 0xFF) / 255.0,
                (rgb >> 8 & 0xFF) / 255.0,
                (rgb & 0xFF) / 255.0);
    }

    /** The whole document; nothing can be added afterwards. */
    public byte[] bytes() throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            String number = (i + 1) + " / " + pages.size();
            pages.get(i)
                    .append(fill(GREY))
                    .append(letters.show(
                            number, 8, PDRectangle.A4.getWidth() - MARGIN - letters.width(number, 8), FOOT / 2));
        }
        COSDictionary shared = resources.getCOSObject();
        shared.setItem(COSName.FONT, letters.fonts());
        for (StringBuilder content : pages) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setResources(resources);
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            document.addPage(page);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.setDocumentId(1L); // the same content gives the same bytes
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
