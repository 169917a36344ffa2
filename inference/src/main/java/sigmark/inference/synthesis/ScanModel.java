package sigmark.inference.synthesis;

import java.util.Random;
import sigmark.inference.page.PixelImage;

/**
 * What a flat-bed scanner or copier makes of a page: a slight turn, grey paper, thinned or fattened ink, speckle, and what
 * shines through from the other side of thin paper.
 */
public final class ScanModel {
    private final double bleedThrough;

    /** Thick paper: nothing shines through. */
    public ScanModel() {
        this(0);
    }

    /** @param bleedThrough how dark the print of the other side may show, 0 not at all to 1 as dark as this side's */
    public ScanModel(double bleedThrough) {
        if (!(bleedThrough >= 0 && bleedThrough <= 1)) {
            throw new IllegalArgumentException("bleedThrough %s is not in 0 to 1".formatted(bleedThrough));
        }
        this.bleedThrough = bleedThrough;
    }

    /** A grey scan of the page; the same page and seed give the same scan. */
    public InkPage scan(InkPage page, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 31);
        int width = page.image().width();
        int height = page.image().height();
        double angle = Math.toRadians(0.7 * random.nextGaussian());
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        float[] grey = new float[width * height];
        short[] owners = new short[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - width / 2.0;
                double dy = y - height / 2.0;
                double sx = width / 2.0 + cos * dx + sin * dy;
                double sy = height / 2.0 - sin * dx + cos * dy;
                int nx = Math.max(0, Math.min(width - 1, (int) Math.round(sx)));
                int ny = Math.max(0, Math.min(height - 1, (int) Math.round(sy)));
                int colour = Filters.sample(page.image(), sx, sy);
                grey[y * width + x] =
                        0.3f * (colour >> 16 & 0xFF) + 0.59f * (colour >> 8 & 0xFF) + 0.11f * (colour & 0xFF);
                owners[y * width + x] = page.owners()[ny * width + nx];
            }
        }
        if (bleedThrough > 0) {
            shineThrough(grey, width, height);
        }
        Filters.blur(grey, width, height, 0.3 + 0.5 * random.nextDouble());
        tone(grey, random);
        speckle(grey, width, height, random);
        float[][] channels = {grey, grey, grey};
        PixelImage image = Filters.noisy(channels, width, height, 1 + 3 * random.nextDouble(), random);
        return new InkPage(image.grey().toPixelImage(), owners, page.contents());
    }

    /** The other side is the page itself seen from behind, upside down: it need only look like print. */
    private void shineThrough(float[] grey, int width, int height) {
        float[] behind = new float[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                behind[y * width + x] = grey[(height - 1 - y) * width + width - 1 - x];
            }
        }
        for (int y = 0; y < height; y++) { // seen from behind, left and right change places
            for (int x = 0; x < width / 2; x++) {
                float kept = behind[y * width + x];
                behind[y * width + x] = behind[y * width + width - 1 - x];
                behind[y * width + width - 1 - x] = kept;
            }
        }
        Filters.blur(behind, width, height, 1.2);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (float) Math.min(grey[i], 255 - bleedThrough * (255 - behind[i]));
        }
    }

    /** A steeper or flatter curve from black to white, off the ends a little. */
    private static void tone(float[] grey, Random random) {
        double contrast = 0.8 + 1.2 * random.nextDouble();
        double middle = 0.45 + 0.25 * random.nextDouble();
        double white = 228 + random.nextInt(28);
        double black = random.nextInt(40);
        for (int i = 0; i < grey.length; i++) {
            double value = Math.max(0, Math.min(1, (grey[i] / 255 - middle) * contrast + 0.5));
            grey[i] = (float) (black + (white - black) * value);
        }
    }

    private static void speckle(float[] grey, int width, int height, Random random) {
        int specks = random.nextInt(60);
        for (int i = 0; i < specks; i++) {
            int size = 1 + random.nextInt(2);
            int x0 = random.nextInt(width - 3);
            int y0 = random.nextInt(height - 3);
            float tone = random.nextInt(4) == 0 ? 250 : random.nextInt(120);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    grey[(y0 + y) * width + x0 + x] = tone;
                }
            }
        }
    }
}
