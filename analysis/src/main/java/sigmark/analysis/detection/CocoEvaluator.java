package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * COCO's detection numbers (Lin et al. 2014) as pycocotools computes them, equal to the last bits: its ten thresholds and
 * 101 recall points come out of {@code numpy.linspace}, precision is made non-increasing from the right and read where
 * recall first reaches each point.
 */
public final class CocoEvaluator {
    private static final int RECALL_POINTS = 101;
    private static final double SPACING = Math.ulp(1.0);
    private static final double[] THRESHOLDS = linspace(0.5, 0.95, 10);
    private static final double[] RECALLS = linspace(0, 1, RECALL_POINTS);
    private static final int AT_50 = 0;
    private static final int AT_75 = 5;

    private final int[] caps;
    private final Map<Long, List<ImageClass>> images = new LinkedHashMap<>();
    private final Map<Long, String> names;

    /**
     * @param caps three numbers of best detections that an image may have, ascending: 1, 10, 100 officially
     */
    public CocoEvaluator(BoxSet boxes, int... caps) {
        if (caps.length != 3 || caps[0] < 1 || caps[1] < caps[0] || caps[2] < caps[1]) {
            throw new IllegalArgumentException("caps " + Arrays.toString(caps));
        }
        this.caps = caps.clone();
        this.names = boxes.categories();
        for (long category : boxes.categories().keySet().stream().sorted().toList()) {
            List<ImageClass> ofCategory = new ArrayList<>();
            for (BoxSet.Part part : boxes.byImage(category)) {
                if (!part.truths.isEmpty() || !part.found.isEmpty()) {
                    ofCategory.add(new ImageClass(part.truths, part.found, caps[2]));
                }
            }
            images.put(category, ofCategory);
        }
    }

    /** All numbers. */
    public CocoNumbers evaluate() {
        List<ClassCurves> all = new ArrayList<>();
        List<ClassCurves> small = new ArrayList<>();
        List<ClassCurves> medium = new ArrayList<>();
        List<ClassCurves> large = new ArrayList<>();
        List<ClassCurves> first = new ArrayList<>();
        List<ClassCurves> second = new ArrayList<>();
        Map<String, CocoNumbers.OfClass> classes = new LinkedHashMap<>();
        images.forEach((category, parts) -> {
            ClassMatches matches = ClassMatches.of(parts, THRESHOLDS, SizeRange.ALL, caps[2]);
            ClassCurves curves = ClassCurves.of(matches, caps[2]);
            all.add(curves);
            first.add(ClassCurves.of(matches, caps[0]));
            second.add(ClassCurves.of(matches, caps[1]));
            small.add(curves(parts, SizeRange.SMALL));
            medium.add(curves(parts, SizeRange.MEDIUM));
            large.add(curves(parts, SizeRange.LARGE));
            List<ClassCurves> alone = List.of(curves);
            classes.put(
                    names.get(category),
                    new CocoNumbers.OfClass(
                            precision(alone), precision(alone, AT_50), precision(alone, AT_75), recall(alone)));
        });
        List<Double> byIou = new ArrayList<>();
        for (int t = 0; t < THRESHOLDS.length; t++) {
            byIou.add(precision(all, t));
        }
        return new CocoNumbers(
                precision(all),
                precision(all, AT_50),
                precision(all, AT_75),
                precision(small),
                precision(medium),
                precision(large),
                recall(first),
                recall(second),
                recall(all),
                recall(small),
                recall(medium),
                recall(large),
                byIou,
                classes);
    }

    private ClassCurves curves(List<ImageClass> parts, SizeRange range) {
        return ClassCurves.of(ClassMatches.of(parts, THRESHOLDS, range, caps[2]), caps[2]);
    }

    private static double precision(List<ClassCurves> classes) {
        return mean(classes, 0, THRESHOLDS.length);
    }

    private static double precision(List<ClassCurves> classes, int threshold) {
        return mean(classes, threshold, threshold + 1);
    }

    /** Mean over thresholds, recall points and classes that have truth; -1 when none has. */
    private static double mean(List<ClassCurves> classes, int from, int to) {
        double sum = 0;
        long count = 0;
        for (ClassCurves curves : classes) {
            if (curves.defined()) {
                for (int t = from; t < to; t++) {
                    for (double p : curves.precision()[t]) {
                        sum += p;
                    }
                    count += RECALL_POINTS;
                }
            }
        }
        return count == 0 ? -1 : sum / count;
    }

    private static double recall(List<ClassCurves> classes) {
        double sum = 0;
        long count = 0;
        for (ClassCurves curves : classes) {
            if (curves.defined()) {
                sum += Arrays.stream(curves.recall()).sum();
                count += THRESHOLDS.length;
            }
        }
        return count == 0 ? -1 : sum / count;
    }

    /** Precision at the recall points and last recall of one class, by threshold; undefined without truth. */
    private record ClassCurves(boolean defined, double[][] precision, double[] recall) {
        static ClassCurves of(ClassMatches matches, int perImage) {
            double[][] precision = new double[THRESHOLDS.length][RECALL_POINTS];
            double[] recall = new double[THRESHOLDS.length];
            if (matches.positives() == 0) {
                return new ClassCurves(false, precision, recall);
            }
            int[] order = matches.ranked(perImage);
            double[] recalls = new double[order.length];
            double[] precisions = new double[order.length];
            for (int t = 0; t < THRESHOLDS.length; t++) {
                double right = 0;
                double wrong = 0;
                for (int i = 0; i < order.length; i++) {
                    if (!matches.isIgnored(order[i], t)) {
                        if (matches.isTrue(order[i], t)) {
                            right++;
                        } else {
                            wrong++;
                        }
                    }
                    recalls[i] = right / matches.positives();
                    precisions[i] = right / (wrong + right + SPACING);
                }
                recall[t] = order.length == 0 ? 0 : recalls[order.length - 1];
                read(recalls, precisions, precision[t]);
            }
            return new ClassCurves(true, precision, recall);
        }

        private static void read(double[] recalls, double[] precisions, double[] points) {
            for (int i = precisions.length - 1; i > 0; i--) {
                precisions[i - 1] = Math.max(precisions[i - 1], precisions[i]);
            }
            int place = 0;
            for (int r = 0; r < RECALL_POINTS; r++) {
                while (place < recalls.length && recalls[place] < RECALLS[r]) {
                    place++;
                }
                points[r] = place < recalls.length ? precisions[place] : 0;
            }
        }
    }

    private static double[] linspace(double start, double stop, int count) {
        double step = (stop - start) / (count - 1);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = i * step + start;
        }
        values[count - 1] = stop;
        return values;
    }
}
