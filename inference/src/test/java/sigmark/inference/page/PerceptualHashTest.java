package sigmark.inference.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {
    /** Lines of words, as on a page of a book. */
    private static BufferedImage page(long seed) {
        var image = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 620, 877);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 14));
        var random = new Random(seed);
        for (int y = 60; y < 820; y += 20 + random.nextInt(3) * 20) {
            for (int x = 60; x < 560 - random.nextInt(200); ) {
                int width = 10 + random.nextInt(60);
                graphics.fillRect(x, y, width, 8);
                x += width + 7;
            }
        }
        graphics.dispose();
        return image;
    }

    private static long hash(BufferedImage image) {
        return PerceptualHash.of(PixelImage.of(image).grey());
    }

    @Test
    void staysWhenScaledAndCompressed() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            BufferedImage page = page(seed);
            var half = PixelImage.of(page).reducedTo(438);
            assertThat(PerceptualHash.distance(hash(page), PerceptualHash.of(half.grey())))
                    .isLessThanOrEqualTo(PerceptualHash.NEAR);
            byte[] jpeg = PageFiles.encode(page, "jpg");
            var compressed = ImageIO.read(new java.io.ByteArrayInputStream(jpeg));
            assertThat(PerceptualHash.near(hash(page), hash(compressed))).isTrue();
        }
    }

    @Test
    void tellsPagesOfOneBookApart() {
        for (int a = 0; a < 20; a++) {
            for (int b = 0; b < a; b++) {
                assertThat(PerceptualHash.distance(hash(page(a)), hash(page(b))))
                        .as("pages %d and %d", a, b)
                        .isGreaterThan(PerceptualHash.NEAR + 2);
            }
        }
    }

    @Test
    void takesPagesOfOnePixelAndBlankOnes() {
        assertThat(PerceptualHash.near(
                        PerceptualHash.of(new GreyImage(1, 1, new byte[1])),
                        PerceptualHash.of(new GreyImage(1, 1, new byte[1]))))
                .isTrue();
    }
}
