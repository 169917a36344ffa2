package sigmark.analysis.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.inference.page.GreyImage;

class QualityTest {
    @ParameterizedTest
    @CsvSource({"0.7, 1.9", "1, 2.6", "2, 5", "3, 7.5"})
    void anEdgeBlurredByAGaussianIsAsWideAsItsSlopeSays(double deviation, double width) {
        assertThat(CropMeter.blur(edge(0, 255, deviation))).isCloseTo(width, within(0.25));
        // the same with little contrast
        assertThat(CropMeter.blur(edge(100, 200, deviation))).isCloseTo(width, within(0.5));
    }

    @Test
    void aSharpEdgeIsOnePixelWide() {
        assertThat(CropMeter.blur(edge(0, 255, 0.01))).isEqualTo(1);
        assertThat(CropMeter.blur(flat())).isEqualTo(1);
    }

    @Test
    void contrastIsInkAgainstPaper() {
        assertThat(CropMeter.contrast(edge(55, 255, 0.01))).isCloseTo(200 / 255.0, within(1e-9));
        assertThat(CropMeter.contrast(flat())).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5, -3, 7.2, -9})
    void linesTurnedByAnAngleMeasureThatAngle(double degrees) {
        int width = 600;
        int height = 800;
        byte[] pixels = paper(width, height);
        double slope = Math.tan(Math.toRadians(degrees));
        for (int line = 150; line < 650; line += 40) {
            for (int x = 50; x < 550; x++) {
                for (int thick = 0; thick < 8; thick++) {
                    int y = (int) (line + slope * (x - 300)) + thick;
                    pixels[y * width + x] = 20;
                }
            }
        }
        assertThat(SkewMeter.degrees(new GreyImage(width, height, pixels))).isCloseTo(degrees, within(0.25));
    }

    @Test
    void anEmptyPageIsNotTurned() {
        assertThat(SkewMeter.degrees(flat())).isZero();
    }

    @Test
    void anEmIsWhatTheLayoutSays() {
        double one = QualitySurvey.em("\\frac{a}{b}", 60).orElseThrow();
        assertThat(QualitySurvey.em("\\frac{a}{b}", 120).orElseThrow()).isCloseTo(2 * one, within(1e-9));
        assertThat(one).isBetween(25.0, 45.0);
        assertThat(QualitySurvey.em("", 60)).isEmpty();
    }

    private static GreyImage flat() {
        return new GreyImage(80, 80, paper(80, 80));
    }

    private static byte[] paper(int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 230);
        return pixels;
    }

    /** Ink to the left, paper to the right of the middle. */
    private static GreyImage edge(int ink, int paper, double deviation) {
        int side = 60;
        byte[] pixels = new byte[side * side];
        for (int x = 0; x < side; x++) {
            double z = (x + 0.5 - side / 2.0) / deviation;
            double share = 1 / (1 + Math.exp(-1.702 * z));
            byte grey = (byte) Math.round(ink + (paper - ink) * share);
            for (int y = 0; y < side; y++) {
                pixels[y * side + x] = grey;
            }
        }
        return new GreyImage(side, side, pixels);
    }
}
