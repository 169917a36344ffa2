package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scored right and wrong detections by class, and the average precision they make, as TIDE computes it. */
final class TideCurve {
    private static final int RESOLUTION = 100;

    private final Map<Long, OfClass> classes = new TreeMap<>();

    private static final class OfClass {
        final List<Point> points = new ArrayList<>();
        int positives;
    }

    record Point(double score, boolean right) {}

    void add(long category, double score, boolean right) {
        of(category).points.add(new Point(score, right));
    }

    void addPositives(long category, int count) {
        of(category).positives += count;
    }

    /** Percent, mean over the classes that have truth or detections; 0 when none has. */
    double ap() {
        double sum = 0;
        int filled = 0;
        for (OfClass one : classes.values()) {
            if (!one.points.isEmpty() || one.positives != 0) {
                sum += ap(one);
                filled++;
            }
        }
        return filled == 0 ? 0 : sum / filled;
    }

    /** Percent, of one class; 0 when it has no truth. */
    double ap(long category) {
        return ap(of(category));
    }

    private OfClass of(long category) {
        return classes.computeIfAbsent(category, key -> new OfClass());
    }

    private static double ap(OfClass one) {
        if (one.positives == 0) {
            return 0;
        }
        List<Point> points = new ArrayList<>(one.points);
        points.sort((a, b) -> Double.compare(b.score, a.score));
        double[] precision = new double[points.size()];
        double[] recall = new double[points.size()];
        int right = 0;
        for (int i = 0; i < points.size(); i++) {
            right += points.get(i).right ? 1 : 0;
            precision[i] = (double) right / (i + 1);
            recall[i] = (double) right / one.positives;
        }
        for (int i = precision.length - 1; i > 0; i--) {
            precision[i - 1] = Math.max(precision[i - 1], precision[i]);
        }
        double sum = 0;
        int place = 0;
        for (int r = 0; r <= RESOLUTION; r++) {
            while (place < recall.length && recall[place] < (double) r / RESOLUTION) {
                place++;
            }
            sum += place < recall.length ? precision[place] : 0;
        }
        return sum / (RESOLUTION + 1) * 100;
    }
}
