package sigmark.inference.recognize;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.page.GreyImage;

/**
 * Brings a crop of any size to what the recognizer's network reads: ink near 1 on paper near 0, cut to its ink, and
 * scaled so that the middle height of its signs is {@link #signHeight()} pixels. Training uses the very same function,
 * so the network never sees a size that it was not trained on. Pure and safe from any thread.
 *
 * @param signHeight height in pixels to which the middle sign is brought (a digit of the main line)
 * @param margin paper left around the ink, in pixels of the result
 * @param maxHeight the result is shrunk to at most this many rows
 * @param maxWidth the result is shrunk to at most this many columns
 */
public record CropScaling(int signHeight, int margin, int maxHeight, int maxWidth) {
    private static final double LARGEST_SCALE = 4;

    public CropScaling {
        if (signHeight < 4 || margin < 0 || maxHeight < 2 * margin + 8 || maxWidth < 2 * margin + 8) {
            throw new IllegalArgumentException("signHeight=%d margin=%d maxHeight=%d maxWidth=%d"
                    .formatted(signHeight, margin, maxHeight, maxWidth));
        }
    }

    /** Ink of a crop, 0 paper to 1 ink, row by row. */
    public static final class Ink {
        private final int width;
        private final int height;
        private final float[] values;

        Ink(int width, int height, float[] values) {
            this.width = width;
            this.height = height;
            this.values = values;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        /** The values themselves, not a copy; read only. */
        public float[] values() {
            return values;
        }

        /** Whether any place has more ink than this. */
        boolean darkerThan(float ink) {
            for (float value : values) {
                if (value > ink) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The crop as the network reads it; a blank crop gives a small blank picture. */
    public Ink scale(GreyImage crop) {
        float[] ink = contrast(crop);
        Signs signs = Signs.find(ink, crop.width(), crop.height());
        double scale = Math.min(LARGEST_SCALE, signHeight / signs.middleHeight());
        scale = Math.min(scale, (maxHeight - 2.0 * margin) / (signs.bottom() - signs.top()));
        scale = Math.min(scale, (maxWidth - 2.0 * margin) / (signs.right() - signs.left()));
        return resample(ink, crop.width(), crop.height(), signs, scale);
    }

    /** Paper (the brightest tenth, or the darkest on dark ground) becomes 0 and the strongest ink 1. */
    private static float[] contrast(GreyImage crop) {
        byte[] pixels = crop.pixels();
        int[] counts = new int[256];
        for (byte pixel : pixels) {
            counts[pixel & 0xFF]++;
        }
        int low = quantile(counts, pixels.length, 0.005);
        int high = quantile(counts, pixels.length, 0.995);
        int middle = quantile(counts, pixels.length, 0.5);
        boolean darkInk = high - middle <= middle - low;
        int paper = middle;
        int full = darkInk ? low : high;
        float span = Math.max(24, Math.abs(paper - full));
        float[] ink = new float[pixels.length];
        for (int i = 0; i < ink.length; i++) {
            int value = pixels[i] & 0xFF;
            float strength = (darkInk ? paper - value : value - paper) / span;
            ink[i] = Math.max(0, Math.min(1, strength));
        }
        return ink;
    }

    private static int quantile(int[] counts, int total, double share) {
        long wanted = (long) (total * share);
        long seen = 0;
        for (int value = 0; value < counts.length; value++) {
            seen += counts[value];
            if (seen > wanted) {
                return value;
            }
        }
        return 255;
    }

    /** Averages over the source pixels under each target pixel; between pixels when enlarging. */
    private Ink resample(float[] ink, int width, int height, Signs signs, double scale) {
        int outWidth = Math.max(8, (int) Math.ceil((signs.right() - signs.left()) * scale) + 2 * margin);
        int outHeight = Math.max(8, (int) Math.ceil((signs.bottom() - signs.top()) * scale) + 2 * margin);
        Taps columns = Taps.of(outWidth, width, signs.left() - margin / scale, scale);
        Taps rows = Taps.of(outHeight, height, signs.top() - margin / scale, scale);
        float[] narrow = new float[outWidth * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < outWidth; x++) {
                float sum = 0;
                float[] weights = columns.weights.get(x);
                int from = columns.from[x];
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * ink[y * width + from + i];
                }
                narrow[y * outWidth + x] = sum;
            }
        }
        float[] out = new float[outWidth * outHeight];
        for (int y = 0; y < outHeight; y++) {
            float[] weights = rows.weights.get(y);
            for (int i = 0; i < weights.length; i++) {
                int row = (rows.from[y] + i) * outWidth;
                for (int x = 0; x < outWidth; x++) {
                    out[y * outWidth + x] += weights[i] * narrow[row + x];
                }
            }
        }
        return new Ink(outWidth, outHeight, out);
    }

    /** For each target place the source places that it averages, with a tent as wide as a target pixel or a source one. */
    private record Taps(int[] from, List<float[]> weights) {
        static Taps of(int targets, int sources, double start, double scale) {
            int[] from = new int[targets];
            List<float[]> weights = new ArrayList<>(targets);
            double reach = Math.max(1, 1 / scale);
            for (int i = 0; i < targets; i++) {
                double center = start + (i + 0.5) / scale - 0.5;
                int first = Math.max(0, (int) Math.ceil(center - reach));
                int last = Math.min(sources - 1, (int) Math.floor(center + reach));
                float[] taps = new float[Math.max(0, last - first + 1)];
                double total = 0;
                for (int s = (int) Math.ceil(center - reach); s <= Math.floor(center + reach); s++) {
                    total += Math.max(0, 1 - Math.abs(s - center) / reach);
                }
                for (int t = 0; t < taps.length; t++) {
                    taps[t] = (float) (Math.max(0, 1 - Math.abs(first + t - center) / reach) / Math.max(1e-6, total));
                }
                from[i] = Math.min(first, sources - 1);
                weights.add(taps);
            }
            return new Taps(from, weights);
        }
    }
}
