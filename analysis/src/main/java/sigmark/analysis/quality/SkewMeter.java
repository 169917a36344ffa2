package sigmark.analysis.quality;

import java.util.Arrays;
import sigmark.inference.page.GreyImage;

/**
 * Measures by how much a page's lines are turned: of all angles, the one under which its ink falls into the fewest rows
 * (largest sum of squares of the projection profile).
 */
public final class SkewMeter {
    private static final double MOST = 10;
    private static final double COARSE = 0.5;
    private static final double FINE = 0.1;
    private static final int MOST_POINTS = 20_000;
    private static final int DARKER = 48;

    private final int height;
    private final int width;
    private final float[] xs;
    private final float[] ys;

    private SkewMeter(GreyImage page) {
        width = page.width();
        height = page.height();
        int[] sorted = new int[256];
        for (byte pixel : page.pixels()) {
            sorted[pixel & 0xFF]++;
        }
        int paper = 255;
        long lighter = 0;
        while (paper > 0 && lighter + sorted[paper] < page.pixels().length / 2) {
            lighter += sorted[paper--];
        }
        float[] x = new float[page.pixels().length];
        float[] y = new float[x.length];
        int n = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                if (page.at(column, row) < paper - DARKER) {
                    x[n] = column;
                    y[n++] = row;
                }
            }
        }
        int step = Math.max(1, n / MOST_POINTS);
        int kept = n / step;
        xs = new float[kept];
        ys = new float[kept];
        for (int i = 0; i < kept; i++) {
            xs[i] = x[i * step];
            ys[i] = y[i * step];
        }
    }

    /** Degrees within ±10, positive when lines fall to the right; 0 for a page with hardly any ink. */
    public static double degrees(GreyImage page) {
        SkewMeter meter = new SkewMeter(page);
        if (meter.xs.length < 50) {
            return 0;
        }
        double coarse = meter.best(-MOST, MOST, COARSE);
        return meter.best(Math.max(-MOST, coarse - COARSE), Math.min(MOST, coarse + COARSE), FINE);
    }

    private double best(double from, double to, double step) {
        double best = 0;
        double most = -1;
        int steps = (int) Math.round((to - from) / step);
        for (int i = 0; i <= steps; i++) {
            double angle = Math.rint((from + i * step) * 100) / 100;
            double fit = fit(angle);
            if (fit > most || (fit == most && Math.abs(angle) < Math.abs(best))) {
                most = fit;
                best = angle;
            }
        }
        return best;
    }

    private double fit(double degrees) {
        double slope = Math.tan(Math.toRadians(degrees));
        int reach = (int) Math.ceil(Math.abs(slope) * width) + 1;
        int[] rows = new int[height + 2 * reach + 1];
        for (int i = 0; i < xs.length; i++) {
            rows[(int) Math.floor(ys[i] - slope * xs[i]) + reach]++;
        }
        return Arrays.stream(rows).mapToDouble(row -> (double) row * row).sum();
    }
}
