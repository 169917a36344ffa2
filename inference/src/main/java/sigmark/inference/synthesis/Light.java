package sigmark.inference.synthesis;

import java.util.random.RandomGenerator;
import sigmark.inference.page.PixelImage;

/**
 * The light on a photo: brightness that falls off to one side and into the corners, one soft-edged shadow, a tint.
 *
 * @param tint gain of red, green and blue
 */
record Light(double level, double slopeX, double slopeY, double vignette, double[] edge, double shadow, double[] tint) {

    static Light draw(RandomGenerator random, double strength, int width, int height) {
        double angle = random.nextDouble() * 2 * Math.PI;
        double offset = (0.1 + 0.35 * random.nextDouble()) * Math.min(width, height);
        double softness = (0.02 + 0.2 * random.nextDouble()) * Math.min(width, height);
        boolean shaded = random.nextInt(5) < 3;
        double warm = 0.06 * strength * random.nextGaussian();
        return new Light(
                1 - (0.04 + 0.22 * random.nextDouble()) * strength,
                0.16 * strength * random.nextGaussian(),
                0.16 * strength * random.nextGaussian(),
                0.25 * strength * random.nextDouble(),
                new double[] {Math.cos(angle), Math.sin(angle), offset, softness},
                shaded ? (0.1 + 0.35 * random.nextDouble()) * Math.min(1, strength) : 0,
                new double[] {1 + warm, 1, 1 - warm});
    }

    /** Red, green and blue of the picture in this light, 0 to 255. */
    float[][] shine(PixelImage image) {
        int width = image.width();
        int height = image.height();
        float[][] channels = new float[3][width * height];
        for (int y = 0; y < height; y++) {
            double v = (double) y / height - 0.5;
            for (int x = 0; x < width; x++) {
                double u = (double) x / width - 0.5;
                double along = edge[0] * (x - width / 2.0) + edge[1] * (y - height / 2.0) - edge[2];
                double dark = shadow / (1 + Math.exp(-along / edge[3] * 4));
                double gain = (level + slopeX * u + slopeY * v - vignette * (u * u + v * v) * 2) * (1 - dark);
                int pixel = image.pixels()[y * width + x];
                for (int c = 0; c < 3; c++) {
                    channels[c][y * width + x] =
                            (float) Math.max(0, Math.min(255, (pixel >> (16 - 8 * c) & 0xFF) * gain * tint[c]));
                }
            }
        }
        return channels;
    }
}
