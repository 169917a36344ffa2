package sigmark.inference.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.InkMap;

/**
 * What the ink of a crop looks like, in numbers without a unit, so that they hold at any size.
 *
 * @param thickness of the strokes in pixels of the crop: twice the median distance from a stroke's middle to its edge
 * @param variation of the thickness along the middles of the strokes: standard deviation over mean. Type has thick and
 *     thin strokes, a pen hardly
 * @param straight share of the outline that lies in exactly level or upright runs of at least {@link #RUN} thicknesses
 *     and {@link #LEAST_RUN} pixels. Bars and stems of type are straight to the pixel, those of a hand are not
 * @param levels share of the shapes that stand on the same line to a thickness's fraction as another shape of the same
 *     height: letters of type come back alike
 * @param shapes connected pieces of ink, specks left out
 */
public record InkStatistics(double thickness, double variation, double straight, double levels, int shapes) {
    static final double RUN = 2.5;
    static final int LEAST_RUN = 6;
    /** Shapes with fewer pixels than this share of the largest one's are specks. */
    private static final double SPECK = 0.01;

    /** Crops lower than half of this are enlarged. */
    private static final int TALL = 200;

    private static final int MOST_TIMES = 4;
    private static final int FAR = 1 << 20;

    /** Measures a crop; all zero when it shows no ink. */
    public static InkStatistics of(GreyImage crop) {
        int times = Math.max(1, Math.min(MOST_TIMES, TALL / crop.height()));
        InkMap ink = InkMap.of(enlarged(crop, times));
        int[] depth = depth(ink);
        double[] ridge = ridge(ink, depth);
        if (ridge.length == 0) {
            return new InkStatistics(0, 0, 0, 0, 0);
        }
        Arrays.sort(ridge);
        double thickness = 2 * ridge[ridge.length / 2];
        List<int[]> shapes = shapes(ink);
        return new InkStatistics(
                thickness / times,
                variation(ridge),
                straight(ink, Math.max(LEAST_RUN, RUN * thickness)),
                levels(shapes),
                shapes.size());
    }

    /** Low crops are drawn larger, between pixels, so that outlines and thicknesses show fractions of a pixel. */
    private static GreyImage enlarged(GreyImage crop, int times) {
        int w = crop.width() * times;
        int h = crop.height() * times;
        byte[] pixels = new byte[Math.multiplyExact(w, h)];
        for (int y = 0; y < h; y++) {
            double v = (y + 0.5) / times - 0.5;
            int y0 = (int) Math.max(0, Math.min(crop.height() - 1, Math.floor(v)));
            int y1 = Math.min(crop.height() - 1, y0 + 1);
            double down = Math.max(0, v - y0);
            for (int x = 0; x < w; x++) {
                double u = (x + 0.5) / times - 0.5;
                int x0 = (int) Math.max(0, Math.min(crop.width() - 1, Math.floor(u)));
                int x1 = Math.min(crop.width() - 1, x0 + 1);
                double right = Math.max(0, u - x0);
                double above = crop.at(x0, y0) * (1 - right) + crop.at(x1, y0) * right;
                double below = crop.at(x0, y1) * (1 - right) + crop.at(x1, y1) * right;
                pixels[y * w + x] = (byte) Math.round(above * (1 - down) + below * down);
            }
        }
        return new GreyImage(w, h, pixels);
    }

    /** Distance to the nearest paper pixel in thirds of a pixel (chamfer 3-4, Borgefors 1986). */
    private static int[] depth(InkMap ink) {
        int w = ink.width();
        int h = ink.height();
        int[] depth = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                if (ink.at(x, y)) {
                    int least = Math.min(at(depth, w, h, x - 1, y) + 3, at(depth, w, h, x, y - 1) + 3);
                    least = Math.min(least, at(depth, w, h, x - 1, y - 1) + 4);
                    depth[y * w + x] = Math.min(FAR, Math.min(least, at(depth, w, h, x + 1, y - 1) + 4));
                }
            }
        }
        for (int y = h - 1; y >= 0; y--) {
            for (int x = w - 1; x >= 0; x--) {
                if (ink.at(x, y)) {
                    int least = Math.min(at(depth, w, h, x + 1, y) + 3, at(depth, w, h, x, y + 1) + 3);
                    least = Math.min(least, at(depth, w, h, x + 1, y + 1) + 4);
                    least = Math.min(least, at(depth, w, h, x - 1, y + 1) + 4);
                    depth[y * w + x] = Math.min(depth[y * w + x], least);
                }
            }
        }
        return depth;
    }

    private static int at(int[] depth, int w, int h, int x, int y) {
        return x < 0 || y < 0 || x >= w || y >= h ? 0 : depth[y * w + x];
    }

    /** Half thicknesses in pixels where the depth is greatest around. */
    private static double[] ridge(InkMap ink, int[] depth) {
        int w = ink.width();
        int h = ink.height();
        double[] ridge = new double[w * h];
        int count = 0;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int d = depth[y * w + x];
                boolean top = d > 0
                        && (d >= at(depth, w, h, x - 1, y) && d >= at(depth, w, h, x + 1, y)
                                || d >= at(depth, w, h, x, y - 1) && d >= at(depth, w, h, x, y + 1));
                boolean peak = top
                        && d + 3 > at(depth, w, h, x - 1, y)
                        && d + 3 > at(depth, w, h, x + 1, y)
                        && d + 3 > at(depth, w, h, x, y - 1)
                        && d + 3 > at(depth, w, h, x, y + 1);
                if (peak) {
                    ridge[count++] = d / 3.0 - 0.5;
                }
            }
        }
        return Arrays.copyOf(ridge, count);
    }

    private static double variation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double square = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return mean > 0 ? Math.sqrt(square) / mean : 0;
    }

    private static double straight(InkMap ink, double least) {
        long[] sums = new long[2];
        for (int y = 0; y <= ink.height(); y++) {
            runs(ink, y, true, least, sums);
        }
        for (int x = 0; x <= ink.width(); x++) {
            runs(ink, x, false, least, sums);
        }
        return sums[1] == 0 ? 0 : (double) sums[0] / sums[1];
    }

    /** Adds the outline between a row (or column) and the one before: in long runs, and in all. */
    private static void runs(InkMap ink, int line, boolean row, double least, long[] sums) {
        int length = row ? ink.width() : ink.height();
        int run = 0;
        int side = 0;
        for (int i = 0; i <= length; i++) {
            int now = i == length ? 0 : side(ink, row ? i : line, row ? line : i, row);
            if (now != side) {
                sums[0] += run >= least ? run : 0;
                run = 0;
                side = now;
            }
            run += now == 0 ? 0 : 1;
            sums[1] += now == 0 ? 0 : 1;
        }
    }

    /** 1 where ink begins, −1 where it ends, 0 without an edge. */
    private static int side(InkMap ink, int x, int y, boolean row) {
        boolean here = inside(ink, x, y);
        boolean before = row ? inside(ink, x, y - 1) : inside(ink, x - 1, y);
        return here == before ? 0 : here ? 1 : -1;
    }

    private static boolean inside(InkMap ink, int x, int y) {
        return x >= 0 && y >= 0 && x < ink.width() && y < ink.height() && ink.at(x, y);
    }

    /** Top, bottom and pixels of each connected piece. */
    private static List<int[]> shapes(InkMap ink) {
        int w = ink.width();
        int h = ink.height();
        boolean[] seen = new boolean[w * h];
        int[] stack = new int[w * h];
        List<int[]> shapes = new ArrayList<>();
        for (int start = 0; start < seen.length; start++) {
            if (!seen[start] && ink.at(start % w, start / w)) {
                shapes.add(shape(ink, start, seen, stack));
            }
        }
        int largest = shapes.stream().mapToInt(shape -> shape[2]).max().orElse(0);
        shapes.removeIf(shape -> shape[2] < SPECK * largest);
        return shapes;
    }

    private static int[] shape(InkMap ink, int start, boolean[] seen, int[] stack) {
        int w = ink.width();
        int[] shape = {start / w, start / w, 0};
        int depth = 0;
        stack[depth++] = start;
        seen[start] = true;
        while (depth > 0) {
            int at = stack[--depth];
            int x = at % w;
            int y = at / w;
            shape[0] = Math.min(shape[0], y);
            shape[1] = Math.max(shape[1], y);
            shape[2]++;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int next = (y + dy) * w + x + dx;
                    if (inside(ink, x + dx, y + dy) && !seen[next]) {
                        seen[next] = true;
                        stack[depth++] = next;
                    }
                }
            }
        }
        return shape;
    }

    private static double levels(List<int[]> shapes) {
        if (shapes.size() < 2) {
            return 0;
        }
        int alike = 0;
        for (int[] one : shapes) {
            double slack = 0.5 + 0.02 * (one[1] - one[0] + 1);
            for (int[] other : shapes) {
                if (other != one && Math.abs(other[0] - one[0]) <= slack && Math.abs(other[1] - one[1]) <= slack) {
                    alike++;
                    break;
                }
            }
        }
        return (double) alike / shapes.size();
    }
}
