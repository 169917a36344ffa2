package sigmark.analysis.recognition.cdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.inference.page.PixelImage;

/** Pictures are compared with those kept beside the test; {@code -Dsigmark.golden=write} writes them anew. */
class MatchPictureTest {
    private static final Path KEPT = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "match-right; \\frac{a}{b} + \\sqrt{x_1^2}; \\frac{a}{b} + \\sqrt{x_{1}^{2}}",
                "match-wrong; y = 2z + 3x; y = 2x + 3z",
                "match-alone; \\sum_{i=1}^{n} x_i + c; \\sum_{i=1} x_i"
            })
    void theMatchIsDrawnOnBothRenderings(String name, String truth, String prediction) throws Exception {
        PixelImage drawn = MatchPicture.of(truth, prediction).orElseThrow();
        Path file = KEPT.resolve(name + ".png");
        if ("write".equals(System.getProperty("sigmark.golden"))) {
            Files.createDirectories(KEPT);
            ImageIO.write(drawn.toBufferedImage(), "png", file.toFile());
        }
        BufferedImage kept = ImageIO.read(file.toFile());
        // other machines round glyphs a little differently
        assertThat(drawn.width()).isBetween(kept.getWidth() - 2, kept.getWidth() + 2);
        assertThat(drawn.height()).isBetween(kept.getHeight() - 2, kept.getHeight() + 2);
        assertThat(difference(drawn.toBufferedImage(), kept)).isLessThan(6);
    }

    @Test
    void whatCannotBeLaidOutHasNoPicture() {
        assertThat(MatchPicture.of("x", "\\begin { a r r a y } { c } a \\end { a r r a y }"))
                .isEmpty();
        assertThat(MatchPicture.of("x", "")).isEmpty();
    }

    /** Mean difference of a colour value, 0 to 255, where both have pixels. */
    private static double difference(BufferedImage a, BufferedImage b) {
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        long sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 0xFF) - (b.getRGB(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / (3.0 * width * height);
    }
}
