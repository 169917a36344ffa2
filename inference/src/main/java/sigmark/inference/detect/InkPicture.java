package sigmark.inference.detect;

import sigmark.inference.page.GreyImage;
import sigmark.inference.page.InkLevel;

/**
 * A page as the network takes it: how dark each pixel is, 0 paper to 1 ink, at the resolution it was trained for.
 *
 * @param scale pixels of this picture for one of the page
 */
record InkPicture(int width, int height, float[] ink, double scale) {
    /** Resized by averaging areas when it shrinks, between pixels when it grows. */
    static InkPicture of(GreyImage page, double scale) {
        int width = Math.max(1, (int) Math.round(page.width() * scale));
        int height = Math.max(1, (int) Math.round(page.height() * scale));
        Taps across = Taps.of(page.width(), width);
        Taps down = Taps.of(page.height(), height);
        float[] ink = new float[width * height];
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            for (int t = down.from(y); t < down.to(y); t++) {
                across.resample(page.pixels(), t * page.width(), row);
                float weight = down.weight(y, t);
                for (int x = 0; x < width; x++) {
                    ink[y * width + x] += weight * row[x];
                }
            }
        }
        for (int i = 0; i < ink.length; i++) {
            ink[i] = 1 - ink[i] / 255;
        }
        return new InkPicture(width, height, ink, scale);
    }

    /** The same picture with the light taken out: {@link InkLevel}. */
    InkPicture levelled() {
        byte[] grey = new byte[ink.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.round((1 - Math.max(0, Math.min(1, ink[i]))) * 255);
        }
        return new InkPicture(width, height, InkLevel.of(new GreyImage(width, height, grey)), scale);
    }

    /** A part, padded to the given size with the pixels of its right and lower edge. */
    float[] tile(int left, int top, int tileWidth, int tileHeight) {
        float[] tile = new float[tileWidth * tileHeight];
        for (int y = 0; y < tileHeight; y++) {
            int row = Math.min(height - 1, top + y) * width;
            for (int x = 0; x < tileWidth; x++) {
                tile[y * tileWidth + x] = ink[row + Math.min(width - 1, left + x)];
            }
        }
        return tile;
    }

    /** Which source pixels make a target pixel, and with what weights: a triangle as wide as the target pixel. */
    private static final class Taps {
        private final int[] starts;
        private final float[][] weights;

        private Taps(int[] starts, float[][] weights) {
            this.starts = starts;
            this.weights = weights;
        }

        static Taps of(int source, int target) {
            double step = (double) source / target;
            double reach = Math.max(1, step);
            int[] starts = new int[target];
            float[][] weights = new float[target][];
            for (int i = 0; i < target; i++) {
                double middle = (i + 0.5) * step - 0.5;
                int from = Math.max(0, (int) Math.ceil(middle - reach));
                int to = Math.min(source - 1, (int) Math.floor(middle + reach));
                starts[i] = Math.min(from, source - 1);
                float[] w = new float[Math.max(1, to - starts[i] + 1)];
                float sum = 0;
                for (int j = 0; j < w.length; j++) {
                    w[j] = (float) Math.max(1e-6, 1 - Math.abs(starts[i] + j - middle) / reach);
                    sum += w[j];
                }
                for (int j = 0; j < w.length; j++) {
                    w[j] /= sum;
                }
                weights[i] = w;
            }
            return new Taps(starts, weights);
        }

        int from(int target) {
            return starts[target];
        }

        int to(int target) {
            return starts[target] + weights[target].length;
        }

        float weight(int target, int source) {
            return weights[target][source - starts[target]];
        }

        void resample(byte[] pixels, int offset, float[] into) {
            for (int i = 0; i < into.length; i++) {
                float sum = 0;
                for (int j = 0; j < weights[i].length; j++) {
                    sum += weights[i][j] * (pixels[offset + starts[i] + j] & 0xFF);
                }
                into[i] = sum;
            }
        }
    }
}
