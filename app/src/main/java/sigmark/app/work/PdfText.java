package sigmark.app.work;

import java.io.IOException;
import java.util.List;
import sigmark.analysis.report.pdf.PdfPaper;

/** Lines of text as a PDF of A4 pages, the first as its title. */
final class PdfText {
    private static final double SIZE = 9.5;
    private static final double TITLE = 15;
    private static final double LEADING = 14;
    private static final int INK = 0x1f2328;

    private PdfText() {}

    static byte[] write(List<String> lines) throws IOException {
        try (PdfPaper paper = new PdfPaper()) {
            double size = TITLE;
            for (String line : lines) {
                for (String part : paper.folded(line, size, PdfPaper.WIDTH)) {
                    double leading = LEADING * size / SIZE;
                    paper.need(leading);
                    paper.text(part, size, INK, 0, 0);
                    paper.down(leading);
                }
                size = SIZE;
            }
            return paper.bytes();
        }
    }
}
