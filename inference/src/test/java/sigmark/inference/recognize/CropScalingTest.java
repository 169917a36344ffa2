package sigmark.inference.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sigmark.inference.page.GreyImage;

class CropScalingTest {
    private static final CropScaling SCALING = new CropScaling(12, 3, 320, 1280);

    @Test
    void signsComeToTheSameHeightWhateverTheResolution() {
        CropScaling.Ink small = SCALING.scale(signs(10, 6));
        CropScaling.Ink large = SCALING.scale(signs(40, 24));

        assertThat(small.height()).isEqualTo(12 + 6);
        assertThat(large.height()).isEqualTo(12 + 6);
        assertThat(large.width()).isCloseTo(small.width(), org.assertj.core.data.Offset.offset(2));
    }

    @Test
    void paperAroundIsCutAway() {
        GreyImage narrow = signs(20, 2);
        GreyImage wide = signs(20, 30);

        CropScaling.Ink first = SCALING.scale(narrow);
        CropScaling.Ink second = SCALING.scale(wide);

        assertThat(second.width()).isEqualTo(first.width());
        assertThat(second.height()).isEqualTo(first.height());
    }

    @Test
    void lightInkOnDarkGroundReadsLikeDarkInkOnPaper() {
        GreyImage dark = signs(20, 6);
        byte[] turned = dark.pixels().clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) (255 - (turned[i] & 0xFF));
        }

        CropScaling.Ink one = SCALING.scale(dark);
        CropScaling.Ink other = SCALING.scale(new GreyImage(dark.width(), dark.height(), turned));

        assertThat(other.values()).containsExactly(one.values(), org.assertj.core.data.Offset.offset(0.02f));
    }

    @Test
    void hugeAndTinyAndBlankCropsStayWithinBounds() {
        for (GreyImage crop : new GreyImage[] {
            blank(1, 1), blank(3000, 5), noise(2300, 600), signs(3, 0), signs(400, 100), blank(40, 900)
        }) {
            CropScaling.Ink ink = SCALING.scale(crop);
            assertThat(ink.width()).isBetween(1, 1281);
            assertThat(ink.height()).isBetween(1, 321);
            for (float value : ink.values()) {
                assertThat(value).isBetween(0f, 1.001f);
            }
        }
    }

    /** Five dark blocks of this height in a row, paper around. */
    private static GreyImage signs(int height, int margin) {
        int block = Math.max(1, height / 2);
        int width = 10 * block + 2 * margin;
        int rows = height + 2 * margin;
        byte[] pixels = paper(width, rows);
        for (int y = margin; y < margin + height; y++) {
            for (int x = margin; x < width - margin; x++) {
                if ((x - margin) / block % 2 == 0) {
                    pixels[y * width + x] = 20;
                }
            }
        }
        return new GreyImage(width, rows, pixels);
    }

    private static GreyImage blank(int width, int height) {
        return new GreyImage(width, height, paper(width, height));
    }

    private static GreyImage noise(int width, int height) {
        byte[] pixels = new byte[width * height];
        new Random(3).nextBytes(pixels);
        return new GreyImage(width, height, pixels);
    }

    private static byte[] paper(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 250);
        return pixels;
    }
}
