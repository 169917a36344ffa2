package sigmark.inference.page;

import java.util.Arrays;

/**
 * A 64-bit hash of how a page looks: the page is reduced to 32×32 brightnesses, and each bit says whether one of its 64
 * lowest cosine frequencies (DCT-II, without the mean) lies above their median. It hardly changes when a page is
 * scaled, compressed, brightened or slightly blurred (Zauner, "Implementation and Benchmarking of Perceptual Image Hash
 * Functions", 2010).
 */
public final class PerceptualHash {
    /** Pages that differ in so many bits or fewer are near duplicates. */
    public static final int NEAR = 5;

    private static final int SIDE = 32;
    private static final int FREQUENCIES = 8;
    private static final double[][] COSINES = cosines();

    private PerceptualHash() {}

    /** The hash of an upright page. */
    public static long of(GreyImage page) {
        double[][] small = reduce(page);
        // Along rows first, then along columns, for the lowest frequencies 1 to 8 in x and 0 to 7 in y.
        double[][] rows = new double[SIDE][FREQUENCIES];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                for (int x = 0; x < SIDE; x++) {
                    rows[y][u] += small[y][x] * COSINES[u + 1][x];
                }
            }
        }
        double[] coefficients = new double[64];
        for (int v = 0; v < FREQUENCIES; v++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                double sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    sum += rows[y][u] * COSINES[v][y];
                }
                coefficients[v * FREQUENCIES + u] = sum;
            }
        }
        double[] sorted = coefficients.clone();
        Arrays.sort(sorted);
        double median = (sorted[31] + sorted[32]) / 2;
        long hash = 0;
        for (int i = 0; i < 64; i++) {
            if (coefficients[i] > median) {
                hash |= 1L << i;
            }
        }
        return hash;
    }

    /** In how many of their 64 bits two hashes differ. */
    public static int distance(long a, long b) {
        return Long.bitCount(a ^ b);
    }

    /** Whether two pages look nearly the same. */
    public static boolean near(long a, long b) {
        return distance(a, b) <= NEAR;
    }

    /** Mean brightness of each cell; cells of pages smaller than 32 pixels repeat pixels. */
    private static double[][] reduce(GreyImage page) {
        int width = page.width();
        int height = page.height();
        byte[] pixels = page.pixels();
        double[][] small = new double[SIDE][SIDE];
        for (int cellY = 0; cellY < SIDE; cellY++) {
            int top = (int) ((long) cellY * height / SIDE);
            int bottom = Math.max(top + 1, (int) ((long) (cellY + 1) * height / SIDE));
            for (int cellX = 0; cellX < SIDE; cellX++) {
                int left = (int) ((long) cellX * width / SIDE);
                int right = Math.max(left + 1, (int) ((long) (cellX + 1) * width / SIDE));
                long sum = 0;
                for (int y = top; y < bottom; y++) {
                    for (int i = y * width + left; i < y * width + right; i++) {
                        sum += pixels[i] & 0xFF;
                    }
                }
                small[cellY][cellX] = (double) sum / ((long) (right - left) * (bottom - top));
            }
        }
        return small;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[FREQUENCIES + 1][SIDE];
        for (int u = 0; u <= FREQUENCIES; u++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[u][x] = Math.cos((2 * x + 1) * u * Math.PI / (2 * SIDE));
            }
        }
        return cosines;
    }
}
