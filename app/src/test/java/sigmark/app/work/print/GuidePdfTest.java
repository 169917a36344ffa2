package sigmark.app.work.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Words;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.example.ExampleGallery;

class GuidePdfTest {
    private static final String RULES =
            "rules:\n- {id: L-01, severity: blocking, good: ['\\frac{1}{2}'], bad: [{scene: '값은 ⟦x⟧이다'}]}\n";

    private static byte[] pdf(String language, String text) throws Exception {
        Map<String, String> words = Map.of(language, "# T\n## S\n### L-01 제목\n" + text);
        Guide guide = GuideReader.read(new GuideSource(RULES, words)).guide();
        return GuidePdf.write(guide, language, "1", new ExampleGallery(), Words.of(Language.KOREAN)::text);
    }

    private static double ink(PDDocument document, int page) throws Exception {
        BufferedImage image = new PDFRenderer(document).renderImage(page);
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return (double) dark / (image.getWidth() * image.getHeight());
    }

    @Test
    void wordsFormulasTablesAndExamplesAreDrawn() throws Exception {
        String text = "한글과 `code` 그리고 $\\frac{a}{b}$.\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n1. one\n2. two\n";
        try (PDDocument document = Loader.loadPDF(pdf("ko", text))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ko");
            assertThat(ink(document, 1)).isGreaterThan(0.003);
        }
    }

    @Test
    void aLongTextFillsPagesAndNothingFallsOffThem() throws Exception {
        byte[] file = pdf("en", "Words that go on. ".repeat(900) + "x".repeat(400));
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isBetween(3, 8);
            BufferedImage page = new PDFRenderer(document).renderImage(1);
            for (int y = 0; y < page.getHeight(); y++) {
                assertThat(page.getRGB(page.getWidth() - 40, y) & 0xff).isGreaterThan(200);
            }
        }
        assertThat(file.length).as("outlines are kept once").isLessThan(600_000);
    }
}
