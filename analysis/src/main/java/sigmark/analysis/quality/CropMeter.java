package sigmark.analysis.quality;

import java.util.Arrays;
import sigmark.inference.page.GreyImage;

/** Measures blur and contrast of a picture with dark ink on light paper. */
public final class CropMeter {
    private static final int LEVELS = 256;
    private static final double PAPER = 0.9;
    private static final double INK = 0.02;
    private static final double STEEPEST = 0.005;
    private static final int LEAST_STEEP = 8;

    /** Less contrast than this is noise: no edge can be measured in it. */
    private static final double FLAT = 0.02;

    private CropMeter() {}

    /** Grey of the paper (nine tenths of all pixels are not lighter) minus grey of the ink, 0 to 1. */
    public static double contrast(GreyImage image) {
        int[] counts = new int[LEVELS];
        for (byte pixel : image.pixels()) {
            counts[pixel & 0xFF]++;
        }
        int all = image.pixels().length;
        return Math.max(0, quantile(counts, PAPER * all) - quantile(counts, INK * all)) / (LEVELS - 1.0);
    }

    /**
     * Contrast over the mean slope of the steepest half percent of places: how many pixels a step from ink to paper
     * takes, at least 1. A Gaussian blur of deviation s gives about √(2π)·s. 1 for a picture without contrast.
     */
    public static double blur(GreyImage image) {
        double contrast = contrast(image);
        int width = image.width();
        int height = image.height();
        if (contrast < FLAT || width < 2 || height < 2) {
            return 1;
        }
        int[] slopes = new int[(width - 1) * (height - 1)];
        byte[] pixels = image.pixels();
        int n = 0;
        for (int y = 0; y + 1 < height; y++) {
            for (int x = 0; x + 1 < width; x++) {
                int at = y * width + x;
                int here = pixels[at] & 0xFF;
                int across = Math.abs((pixels[at + 1] & 0xFF) - here);
                int down = Math.abs((pixels[at + width] & 0xFF) - here);
                slopes[n++] = Math.max(across, down);
            }
        }
        Arrays.sort(slopes);
        int steep = Math.min(n, Math.max(LEAST_STEEP, (int) (STEEPEST * n)));
        double sum = 0;
        for (int i = n - steep; i < n; i++) {
            sum += slopes[i];
        }
        double slope = sum / steep / (LEVELS - 1);
        return slope > 0 ? Math.max(1, contrast / slope) : 1;
    }

    private static int quantile(int[] counts, double rank) {
        long below = 0;
        for (int level = 0; level < counts.length; level++) {
            below += counts[level];
            if (below >= rank) {
                return level;
            }
        }
        return counts.length - 1;
    }
}
