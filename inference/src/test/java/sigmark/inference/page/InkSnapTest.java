package sigmark.inference.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class InkSnapTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    /** A sign at [100,130)×[80,120) with a dot above it at [112,116)×[70,74), a word to its right from x=140. */
    private static BufferedImage page(Color paper, Color ink) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(ink);
        graphics.fillRect(100, 80, 30, 5);
        graphics.fillRect(100, 80, 5, 40);
        graphics.fillRect(100, 115, 30, 5);
        graphics.fillRect(112, 70, 4, 4);
        graphics.setStroke(new BasicStroke(4));
        graphics.fillRect(140, 90, 60, 20);
        graphics.dispose();
        return image;
    }

    private static final Box SIGN = new Box(100, 70, 130, 120);

    @Test
    void shrinksToTheInk() {
        var page = PixelImage.of(page(Color.WHITE, Color.BLACK));
        assertThat(InkSnap.snap(page, new Box(90.5, 60.2, 137, 130))).contains(SIGN);
    }

    @Test
    void growsOverInkThatReachesOutAndLeavesInkThatReachesIn() {
        var page = PixelImage.of(page(Color.WHITE, Color.BLACK));
        assertThat(InkSnap.snap(page, new Box(104, 68, 150, 118))).contains(SIGN);
    }

    @Test
    void givesUpThePaperAroundASmallSign() {
        var page = PixelImage.of(page(Color.WHITE, Color.BLACK));
        assertThat(InkSnap.tight(page, new Box(66, 44, 138, 148))).isEqualTo(SIGN);
    }

    @Test
    void keepsAFoundBoxWhereTheInkReachesFarOut() {
        BufferedImage joined = page(Color.WHITE, Color.BLACK);
        var graphics = joined.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(100, 117, 200, 3);
        graphics.fillRect(100, 20, 4, 100);
        graphics.dispose();
        Box found = new Box(98, 68, 172, 122);
        assertThat(InkSnap.tight(PixelImage.of(joined), found)).isEqualTo(found);
        assertThat(InkSnap.tight(PixelImage.of(joined), new Box(300, 200, 320, 220)))
                .isEqualTo(new Box(300, 200, 320, 220));
    }

    @Test
    void findsInkOnDarkAndOnYellowedPaper() {
        assertThat(InkSnap.snap(PixelImage.of(page(Color.BLACK, Color.WHITE)), SIGN.grow(6)))
                .contains(SIGN);
        assertThat(InkSnap.snap(PixelImage.of(page(new Color(0xD8C890), new Color(0x706050))), SIGN.grow(6)))
                .contains(SIGN);
    }

    @Test
    void looksThroughShadows() {
        BufferedImage image = page(Color.WHITE, Color.BLACK);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int paper = 255 - (x * 150 / WIDTH);
                int grey = (image.getRGB(x, y) & 0xFF) == 0 ? paper / 4 : paper;
                image.setRGB(x, y, grey * 0x010101);
            }
        }
        assertThat(InkSnap.snap(PixelImage.of(image), SIGN.grow(6))).contains(SIGN);
    }

    @Test
    void givesNothingWhereThereIsNoInk() {
        var page = PixelImage.of(page(Color.WHITE, Color.BLACK));
        assertThat(InkSnap.snap(page, new Box(250, 200, 300, 250))).isEmpty();
        assertThat(InkSnap.snap(page, new Box(-50, -50, -10, -10))).isEmpty();
        assertThat(InkSnap.snap(page, new Box(-50, -50, 5000, 5000))).contains(new Box(100, 70, 200, 120));
    }

    @Test
    void snapsOnALargePhotoAtOnce() {
        var large = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        var graphics = large.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 4000, 3000);
        graphics.drawImage(page(Color.WHITE, Color.BLACK), 1000, 1000, null);
        graphics.dispose();
        var page = PixelImage.of(large);
        long before = System.nanoTime();
        assertThat(InkSnap.snap(page, SIGN.translate(1000, 1000).grow(6))).contains(SIGN.translate(1000, 1000));
        assertThat(System.nanoTime() - before).isLessThan(200_000_000L);
    }
}
