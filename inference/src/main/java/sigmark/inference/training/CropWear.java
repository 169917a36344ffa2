package sigmark.inference.training;

import java.util.Random;
import sigmark.inference.page.GreyImage;

/** What paper, press, camera and compression do to a clean drawing of a formula. Pure, given its random stream. */
final class CropWear {
    private static final int LARGEST_MARGIN = 12;

    private static final int LEVELS = 255;
    private static final float[] GRAIN = grain();

    private CropWear() {}

    /** How much of each pixel is ink, 0 to 1. */
    record Coverage(int width, int height, float[] ink) {}

    static GreyImage wear(Coverage clean, double em, Random random) {
        float[] ink = clean.ink();
        int width = clean.width();
        int height = clean.height();
        if (random.nextDouble() < 0.2) {
            ink = thicken(ink, width, height, (float) (random.nextDouble() * Math.min(0.9, em / 24)));
        }
        if (random.nextDouble() < 0.6) {
            double sigma = random.nextDouble() * Math.min(1.0, 0.03 * em);
            ink = blur(ink, width, height, sigma);
        }
        level(ink, random);
        return cut(ink, width, height, random);
    }

    /** Ink runs to the right and down by part of a pixel. */
    private static float[] thicken(float[] ink, int width, int height, float amount) {
        float[] out = ink.clone();
        for (int y = 1; y < height; y++) {
            for (int x = 1; x < width; x++) {
                int at = y * width + x;
                float near = Math.max(ink[at - 1], Math.max(ink[at - width], ink[at - width - 1]));
                out[at] = Math.max(ink[at], near * amount);
            }
        }
        return out;
    }

    static float[] blur(float[] ink, int width, int height, double sigma) {
        int reach = (int) Math.ceil(2.5 * sigma);
        if (reach == 0 || sigma < 0.2) {
            return ink;
        }
        float[] kernel = new float[2 * reach + 1];
        float total = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            total += kernel[i + reach];
        }
        float[] across = new float[ink.length];
        for (int y = 0; y < height; y++) {
            for (int i = -reach; i <= reach; i++) {
                float weight = kernel[i + reach] / total;
                int from = Math.max(0, -i);
                int to = Math.min(width, width - i);
                int row = y * width;
                for (int x = from; x < to; x++) {
                    across[row + x] += weight * ink[row + x + i];
                }
            }
        }
        float[] out = new float[ink.length];
        for (int y = 0; y < height; y++) {
            for (int i = Math.max(-reach, -y); i <= Math.min(reach, height - 1 - y); i++) {
                float weight = kernel[i + reach] / total;
                int row = y * width;
                int other = (y + i) * width;
                for (int x = 0; x < width; x++) {
                    out[row + x] += weight * across[other + x];
                }
            }
        }
        return out;
    }

    /** Thinner or stronger strokes by a curve over the ink. */
    private static void level(float[] ink, Random random) {
        if (random.nextDouble() < 0.4) {
            double gamma = Math.exp((2 * random.nextDouble() - 1) * 0.4);
            float[] curve = new float[LEVELS + 1];
            for (int i = 0; i <= LEVELS; i++) {
                curve[i] = (float) Math.pow((double) i / LEVELS, gamma);
            }
            for (int i = 0; i < ink.length; i++) {
                ink[i] = curve[(int) (Math.max(0, Math.min(1, ink[i])) * LEVELS)];
            }
        }
    }

    /** Ink box plus a margin, on paper with light, ink and noise of its own. */
    private static GreyImage cut(float[] ink, int width, int height, Random random) {
        int[] box = inkBox(ink, width, height);
        int even = random.nextInt(LARGEST_MARGIN + 1);
        int left = box[0] - margin(even, random);
        int top = box[1] - margin(even, random);
        int outWidth = box[2] + margin(even, random) - left;
        int outHeight = box[3] + margin(even, random) - top;
        double paper = 255 - Math.abs(random.nextGaussian()) * 20;
        double black = Math.min(110, Math.abs(random.nextGaussian()) * 45);
        double slopeX = random.nextDouble() < 0.15 ? random.nextGaussian() * 15 / outWidth : 0;
        double slopeY = random.nextDouble() < 0.15 ? random.nextGaussian() * 15 / outHeight : 0;
        double noise = random.nextDouble() < 0.6 ? random.nextDouble() * 12 : 0;
        byte[] out = new byte[outWidth * outHeight];
        for (int y = 0; y < outHeight; y++) {
            int sy = y + top;
            int grain = random.nextInt(GRAIN.length);
            for (int x = 0; x < outWidth; x++) {
                int sx = x + left;
                boolean inside = sx >= 0 && sx < width && sy >= 0 && sy < height;
                double strength = inside ? ink[sy * width + sx] : 0;
                double light = paper + slopeX * (x - outWidth / 2.0) + slopeY * (y - outHeight / 2.0);
                double value = light + (black - light) * strength + noise * GRAIN[(grain + x) % GRAIN.length];
                out[y * outWidth + x] = (byte) (int) Math.max(0, Math.min(255, value));
            }
        }
        return new GreyImage(outWidth, outHeight, out);
    }

    /** Normal noise drawn once; each row of a crop begins somewhere else in it. */
    private static float[] grain() {
        Random random = new Random(0);
        float[] grain = new float[1 << 16];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = (float) random.nextGaussian();
        }
        return grain;
    }

    private static int margin(int even, Random random) {
        return Math.max(0, even + random.nextInt(5) - 2);
    }

    private static int[] inkBox(float[] ink, int width, int height) {
        int[] box = {width, height, 0, 0};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (ink[y * width + x] > 0.1f) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.min(box[1], y);
                    box[2] = Math.max(box[2], x + 1);
                    box[3] = Math.max(box[3], y + 1);
                }
            }
        }
        return box[2] > box[0] ? box : new int[] {0, 0, width, height};
    }
}
