package sigmark.inference.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import sigmark.inference.page.Box;

class PhotoModelTest {
    @Test
    void theSameSeedGivesTheSamePhotoAndScan() {
        InkPage page = PageGeneratorTest.print("$$ \\frac{x+1}{2}=3 $$");
        InkPage photo = new PhotoModel().photograph(page, 9);
        assertThat(new PhotoModel().photograph(page, 9).image().pixels())
                .isEqualTo(photo.image().pixels());
        assertThat(new PhotoModel().photograph(page, 10).image().pixels())
                .isNotEqualTo(photo.image().pixels());
        InkPage scan = new ScanModel().scan(page, 9);
        assertThat(new ScanModel().scan(page, 9).image().pixels())
                .isEqualTo(scan.image().pixels());
    }

    @Test
    void boxesFollowTheInk() {
        InkPage page = PageGeneratorTest.print("$$ \\sum_{k=1}^{n} k^{2}=\\frac{n(n+1)(2n+1)}{6} $$");
        for (long seed = 1; seed <= 8; seed++) {
            InkPage photo = new PhotoModel(0.5).photograph(page, seed);
            Box box = photo.formulas().get(0).box();
            double paper = mean(photo, box.translate(0, box.height() + 30));
            double inside = mean(photo, box);
            assertThat(inside).as("seed %d", seed).isLessThan(paper - 8);
            Box original = page.formulas().get(0).box();
            assertThat(box.width() / box.height()).isCloseTo(original.width() / original.height(), within(1.8));
        }
    }

    @Test
    void aPhotoWithoutStrengthKeepsBoxesAlmostInPlace() {
        InkPage page = PageGeneratorTest.print("$$ a+b=c $$");
        InkPage photo = new PhotoModel(0).photograph(page, 3);
        Box expected = page.formulas().get(0).box();
        double zoom = (double) photo.image().width() / page.image().width();
        Box box = photo.formulas().get(0).box();
        assertThat(box.centerX())
                .isCloseTo(
                        photo.image().width()
                                * expected.centerX()
                                / page.image().width(),
                        within(20.0));
        assertThat(box.width() / zoom).isCloseTo(expected.width(), within(expected.width() * 0.15));
    }

    private static double mean(InkPage page, Box box) {
        var part = page.image().crop(box).grey();
        long sum = 0;
        for (byte pixel : part.pixels()) {
            sum += pixel & 0xFF;
        }
        return (double) sum / part.pixels().length;
    }
}
