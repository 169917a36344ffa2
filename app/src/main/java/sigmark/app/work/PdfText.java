package sigmark.app.work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Lines of text as a PDF of A4 pages, in the window's typeface, so that Korean prints everywhere. */
final class PdfText {
    private static final String FONT = "/sigmark/fonts/Pretendard-Regular.otf";
    private static final float SIZE = 9.5f;
    private static final float LEADING = 14;
    private static final float MARGIN = 56;

    private PdfText() {}

    /** The first line is the title. */
    static byte[] write(List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream in = PdfText.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("no font " + FONT);
            }
            OpenTypeFont parsed = new OTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            PDType0Font font = PDType0Font.load(document, parsed, false);
            List<String> folded = new ArrayList<>();
            for (String line : lines) {
                fold(shown(line, font), font, folded);
            }
            int perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LEADING);
            for (int from = 0; from < folded.size(); from += perPage) {
                page(document, font, folded.subList(from, Math.min(folded.size(), from + perPage)), from == 0);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void page(PDDocument document, PDType0Font font, List<String> lines, boolean first)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setLeading(LEADING);
            content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
            for (int i = 0; i < lines.size(); i++) {
                content.setFont(font, first && i == 0 ? SIZE * 1.6f : SIZE);
                content.showText(lines.get(i));
                content.newLine();
            }
            content.endText();
        }
    }

    /** With what the typeface lacks as a box. */
    private static String shown(String text, PDType0Font font) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            String one = new String(Character.toChars(point < ' ' ? ' ' : point));
            try {
                font.getStringWidth(one);
                shown.append(one);
            } catch (IOException | IllegalArgumentException lacking) {
                shown.append('?');
            }
        });
        return shown.toString();
    }

    private static void fold(String line, PDType0Font font, List<String> out) throws IOException {
        float room = PDRectangle.A4.getWidth() - 2 * MARGIN;
        StringBuilder part = new StringBuilder();
        float width = 0;
        for (int point : line.codePoints().toArray()) {
            String one = new String(Character.toChars(point));
            float wide = font.getStringWidth(one) / 1000 * SIZE;
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
