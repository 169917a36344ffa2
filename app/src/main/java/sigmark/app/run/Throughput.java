package sigmark.app.run;

import java.util.ArrayList;
import java.util.List;

/** Pages and formulas a second over a run, in equal slices of time. */
public final class Throughput {
    private static final double NANOS = 1e9;

    private Throughput() {}

    /**
     * One slice of time.
     *
     * @param seconds its end, since the run started
     */
    public record Point(double seconds, double pagesPerSecond, double formulasPerSecond) {}

    /**
     * @param pages in the order in which they were done
     * @param elapsedNanos how long the run has been going
     * @param slices how many points at most
     */
    public static List<Point> points(List<MeasuredPage> pages, long elapsedNanos, int slices) {
        if (pages.isEmpty() || elapsedNanos <= 0) {
            return List.of();
        }
        int count = Math.max(1, Math.min(slices, pages.size() / 2));
        double width = elapsedNanos / NANOS / count;
        int[] pagesIn = new int[count];
        int[] formulasIn = new int[count];
        for (MeasuredPage page : pages) {
            int slice = (int) Math.min(count - 1, page.atNanos() / NANOS / width);
            pagesIn[slice]++;
            formulasIn[slice] += page.formulas();
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Point((i + 1) * width, pagesIn[i] / width, formulasIn[i] / width));
        }
        return points;
    }
}
