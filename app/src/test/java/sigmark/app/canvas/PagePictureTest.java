package sigmark.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sigmark.inference.page.PixelImage;

class PagePictureTest {
    @Test
    void halvingTakesTheMeanAndKeepsOddEdges() {
        var image = new PixelImage(3, 1, new int[] {0xFF000000, 0xFFFFFFFF, 0xFF204060});
        PixelImage half = PagePicture.half(image);
        assertThat(half.width()).isEqualTo(2);
        assertThat(half.pixels()).containsExactly(0xFF808080, 0xFF204060);
    }

    @Test
    void everyScaleFindsALevelWithEnoughPixels() {
        var picture = PagePicture.of(new PixelImage(2000, 1000, new int[2_000_000]));
        assertThat(picture.levels()).isEqualTo(3);
        assertThat(picture.levelFor(1)).isZero();
        assertThat(picture.levelFor(4)).isZero();
        assertThat(picture.levelFor(0.51)).isZero();
        assertThat(picture.levelFor(0.5)).isEqualTo(1);
        assertThat(picture.levelFor(0.25)).isEqualTo(2);
        assertThat(picture.levelFor(0.01)).isEqualTo(2);
    }
}
