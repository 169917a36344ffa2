package sigmark.inference.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InkLevelTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 160;

    /** Rows of signs: five dark pixels in sixteen across, six rows in sixteen down. */
    private static boolean sign(int x, int y) {
        return x % 16 < 5 && y % 16 < 6;
    }

    private interface Light {
        int at(int x, int y);
    }

    private static GreyImage picture(Light light) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                pixels[y * WIDTH + x] = (byte) light.at(x, y);
            }
        }
        return new GreyImage(WIDTH, HEIGHT, pixels);
    }

    @Test
    void aPageInHalfShadowShowsTheSameInkAsACleanPrint() {
        float[] clean = InkLevel.of(picture((x, y) -> sign(x, y) ? 0 : 255));
        float[] shaded = InkLevel.of(picture((x, y) -> (sign(x, y) ? 60 : 200) * (WIDTH - x / 2) / WIDTH));
        for (int at = 0; at < clean.length; at++) {
            assertThat(shaded[at]).isCloseTo(clean[at], within(0.12f));
        }
    }

    @Test
    void lightWritingOnDarkGroundIsInkToo() {
        float[] slide = InkLevel.of(picture((x, y) -> sign(x, y) ? 240 : 30));
        assertThat(slide[0]).isGreaterThan(0.9f);
        assertThat(slide[10]).isLessThan(0.05f);
    }

    @Test
    void anEmptyPageStaysEmpty() {
        for (float level : InkLevel.of(picture((x, y) -> 250 - (x * 7 + y * 13) % 5))) {
            assertThat(level).isLessThan(0.1f);
        }
    }
}
