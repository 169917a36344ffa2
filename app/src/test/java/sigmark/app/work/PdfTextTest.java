package sigmark.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTextTest {
    @Test
    void everyLineCanBeReadAgainInEitherLanguage() throws IOException {
        List<String> lines = new ArrayList<>(List.of("릴리스 v1", "정확 일치 82.4 % (81.6–83.1)"));
        for (int i = 0; i < 80; i++) {
            lines.add("line " + i + " of a long record that goes on over the end of the page");
        }
        try (PDDocument document = Loader.loadPDF(PdfText.write(lines))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(lines).allSatisfy(line -> assertThat(text).contains(line));
        }
    }
}
