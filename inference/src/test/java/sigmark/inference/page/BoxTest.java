package sigmark.inference.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoxTest {
    @Test
    void overlapOverUnionOfHandWorkedPairs() {
        Box square = new Box(0, 0, 10, 10);
        assertThat(square.iou(square)).isEqualTo(1);
        assertThat(square.iou(new Box(5, 0, 15, 10))).isCloseTo(50 / 150.0, within(1e-12));
        assertThat(square.iou(new Box(2, 2, 8, 8))).isCloseTo(36 / 100.0, within(1e-12));
        assertThat(square.iou(new Box(10, 0, 20, 10))).as("touching").isZero();
        assertThat(square.iou(new Box(30, 30, 31, 31))).isZero();
    }

    @Test
    void anEmptyOrUndefinedBoxIsRefusedWithItsNumbers() {
        assertThatThrownBy(() -> new Box(3, 0, 3, 5))
                .hasMessageContaining("left=3.0")
                .hasMessageContaining("right=3.0");
        assertThatThrownBy(() -> new Box(Double.NaN, 0, 3, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0, 0, Double.POSITIVE_INFINITY, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clipKeepsWhatLiesOnThePage() {
        assertThat(new Box(-5, -5, 5, 5).clip(100, 100)).contains(new Box(0, 0, 5, 5));
        assertThat(new Box(100, 10, 120, 20).clip(100, 100)).isEmpty();
    }

    @Test
    void cropTakesWholePixelsTheBoxTouches() {
        int[] pixels = new int[16];
        for (int i = 0; i < 16; i++) {
            pixels[i] = 0xFF000000 | i;
        }
        PixelImage crop = new PixelImage(4, 4, pixels).crop(new Box(0.5, 1.2, 2.1, 9));
        assertThat(crop.width()).isEqualTo(3);
        assertThat(crop.height()).isEqualTo(3);
        assertThat(crop.pixels()[0] & 0xFF).isEqualTo(4);
    }
}
