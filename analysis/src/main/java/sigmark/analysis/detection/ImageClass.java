package sigmark.analysis.detection;

import java.util.List;

/** The boxes of one category on one image, with all their overlaps; detections by falling score. */
final class ImageClass {
    private final long[] truthIds;
    private final double[] truthAreas;
    private final boolean[] crowd;
    private final double[] scores;
    private final double[] foundAreas;
    private final double[] iou;

    ImageClass(List<TrueBox> truths, List<FoundBox> found, int cap) {
        int truthCount = truths.size();
        truthIds = new long[truthCount];
        truthAreas = new double[truthCount];
        crowd = new boolean[truthCount];
        for (int g = 0; g < truthCount; g++) {
            TrueBox truth = truths.get(g);
            truthIds[g] = truth.id();
            truthAreas[g] = truth.area();
            crowd[g] = truth.crowd();
        }
        List<FoundBox> sorted = found.size() < 2 ? found : StableOrder.byFallingScore(found);
        int count = Math.min(cap, sorted.size());
        scores = new double[count];
        foundAreas = new double[count];
        iou = new double[count * truthCount];
        for (int d = 0; d < count; d++) {
            FoundBox box = sorted.get(d);
            scores[d] = box.score();
            foundAreas[d] = box.box().area();
            for (int g = 0; g < truthCount; g++) {
                iou[d * truthCount + g] = box.box().iou(truths.get(g).box(), crowd[g]);
            }
        }
    }

    int foundCount() {
        return scores.length;
    }

    double score(int d) {
        return scores[d];
    }

    double foundArea(int d) {
        return foundAreas[d];
    }

    long truthId(int g) {
        return truthIds[g];
    }

    /** A crowd, or outside the size range. */
    boolean ignored(int g, SizeRange range) {
        return crowd[g] || !range.holds(truthAreas[g]);
    }

    /** Truths that count in their order, then those that do not. */
    int[] countingFirst(SizeRange range) {
        int[] order = new int[truthIds.length];
        int at = 0;
        for (int round = 0; round < 2; round++) {
            for (int g = 0; g < order.length; g++) {
                if (ignored(g, range) == (round == 1)) {
                    order[at++] = g;
                }
            }
        }
        return order;
    }

    /** The place in {@code truths} that the detection takes, or -1. */
    int best(int d, int[] truths, boolean[] outside, boolean[] taken, double threshold) {
        double best = threshold;
        int match = -1;
        for (int g = 0; g < truths.length; g++) {
            if (taken[g] && !crowd[truths[g]]) {
                continue;
            }
            if (match >= 0 && !outside[match] && outside[g]) {
                break;
            }
            double overlap = iou[d * truthIds.length + truths[g]];
            if (overlap >= best) {
                best = overlap;
                match = g;
            }
        }
        return match;
    }
}
