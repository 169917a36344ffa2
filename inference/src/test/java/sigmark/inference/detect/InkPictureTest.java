package sigmark.inference.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.PixelImage;

class InkPictureTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.37, 1, 1.8})
    void resizingKeepsTheAmountOfInk(double scale) {
        GreyImage page = stripes(200, 120);
        InkPicture picture = InkPicture.of(page, scale);
        double sum = 0;
        for (float ink : picture.ink()) {
            sum += ink;
        }
        assertThat(sum / picture.ink().length).isCloseTo(0.5, within(0.02));
    }

    @Test
    void blackIsInkAndWhiteIsPaper() {
        InkPicture picture = InkPicture.of(new GreyImage(2, 1, new byte[] {0, (byte) 255}), 1);
        assertThat(picture.ink()).containsExactly(new float[] {1, 0}, within(1e-5f));
    }

    @Test
    void tilesGoOnWithTheEdge() {
        InkPicture picture = InkPicture.of(new GreyImage(2, 1, new byte[] {0, (byte) 255}), 1);
        assertThat(picture.tile(0, 0, 4, 2)).containsExactly(new float[] {1, 0, 0, 0, 1, 0, 0, 0}, within(1e-5f));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 40})
    void theSizeOfTextIsEstimated(int em) {
        assertThat(TextHeight.em(text(em))).isCloseTo(em, within(em * 0.3));
    }

    @Test
    void aBlankPageHasNoTextSize() {
        byte[] white = new byte[300 * 300];
        java.util.Arrays.fill(white, (byte) 255);
        assertThat(TextHeight.em(new GreyImage(300, 300, white))).isZero();
    }

    private static GreyImage text(int em) {
        BufferedImage image = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 900, 700);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, em));
        for (int y = 2 * em; y < 680; y += 2 * em) {
            graphics.drawString("The quick brown fox jumps over lazy dogs and hides", 20, y);
        }
        graphics.dispose();
        return PixelImage.of(image).grey();
    }

    private static GreyImage stripes(int width, int height) {
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 2 == 0 ? 0 : 255);
        }
        return new GreyImage(width, height, pixels);
    }
}
