package sigmark.analysis.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import sigmark.inference.page.Box;

/**
 * Matches the boxes of one page one to one by overlap over union (IoU).
 *
 * <p>{@link #byScore} follows the rule of pycocotools (Lin et al., COCO, 2014): predictions by falling score, equal
 * scores in the order given; each takes the free truth with the highest IoU not below the threshold, of equals the last.
 * {@link #optimal} instead takes the pairs of the highest summed IoU.
 */
public final class BoxMatcher {
    private BoxMatcher() {}

    /** All truths count. */
    public static BoxMatching byScore(List<Box> truths, List<Box> predictions, List<Double> scores, double threshold) {
        return byScore(truths, predictions, scores, threshold, List.of());
    }

    /**
     * Matches by falling score.
     *
     * @param threshold smallest IoU of a pair, above 0 to 1
     * @param ignoredAreas places where a prediction neither helps nor harms (illegible, not a formula): a prediction
     *     that finds no truth and of whose own area at least {@code threshold} lies in one of them is ignored
     */
    public static BoxMatching byScore(
            List<Box> truths, List<Box> predictions, List<Double> scores, double threshold, List<Box> ignoredAreas) {
        if (scores.size() != predictions.size()) {
            throw new IllegalArgumentException(
                    "%d scores for %d predictions".formatted(scores.size(), predictions.size()));
        }
        checkThreshold(threshold);
        int[] matchOfTruth = IntStream.range(0, truths.size()).map(i -> -1).toArray();
        List<Integer> extra = new ArrayList<>();
        List<Integer> ignored = new ArrayList<>();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, predictions.size()).boxed().toList());
        order.sort(Comparator.comparingDouble((Integer i) -> -scores.get(i)));
        for (int prediction : order) {
            Box box = predictions.get(prediction);
            int best = bestFreeTruth(truths, matchOfTruth, box, threshold);
            if (best >= 0) {
                matchOfTruth[best] = prediction;
            } else if (ignoredAreas.stream().anyMatch(area -> area.sharedArea(box) / box.area() >= threshold)) {
                ignored.add(prediction);
            } else {
                extra.add(prediction);
            }
        }
        return matching(truths, predictions, matchOfTruth, extra, ignored);
    }

    /** Matches so that the sum of IoU over pairs of at least {@code threshold} is highest (Hungarian assignment). */
    public static BoxMatching optimal(List<Box> truths, List<Box> predictions, double threshold) {
        checkThreshold(threshold);
        double[][] cost = new double[truths.size()][predictions.size()];
        for (int t = 0; t < truths.size(); t++) {
            for (int p = 0; p < predictions.size(); p++) {
                double iou = truths.get(t).iou(predictions.get(p));
                cost[t][p] = iou >= threshold ? -iou : 0;
            }
        }
        int[] matchOfTruth = truths.isEmpty() ? new int[0] : Assignment.cheapest(cost);
        boolean[] used = new boolean[predictions.size()];
        for (int t = 0; t < matchOfTruth.length; t++) {
            int p = matchOfTruth[t];
            if (p >= 0 && cost[t][p] < 0) {
                used[p] = true;
            } else {
                matchOfTruth[t] = -1;
            }
        }
        List<Integer> extra =
                IntStream.range(0, used.length).filter(p -> !used[p]).boxed().toList();
        return matching(truths, predictions, matchOfTruth, extra, List.of());
    }

    private static int bestFreeTruth(List<Box> truths, int[] matchOfTruth, Box box, double threshold) {
        double bestIou = Math.min(threshold, 1 - 1e-10);
        int best = -1;
        for (int t = 0; t < truths.size(); t++) {
            if (matchOfTruth[t] < 0) {
                double iou = truths.get(t).iou(box);
                if (iou >= bestIou) {
                    bestIou = iou;
                    best = t;
                }
            }
        }
        return best;
    }

    private static BoxMatching matching(
            List<Box> truths, List<Box> predictions, int[] matchOfTruth, List<Integer> extra, List<Integer> ignored) {
        List<BoxPair> pairs = new ArrayList<>();
        List<Integer> missed = new ArrayList<>();
        for (int t = 0; t < matchOfTruth.length; t++) {
            if (matchOfTruth[t] < 0) {
                missed.add(t);
            } else {
                double iou = truths.get(t).iou(predictions.get(matchOfTruth[t]));
                pairs.add(new BoxPair(t, matchOfTruth[t], iou));
            }
        }
        return new BoxMatching(
                pairs,
                missed,
                extra.stream().sorted().toList(),
                ignored.stream().sorted().toList());
    }

    private static void checkThreshold(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("IoU threshold %s is not above 0 to 1".formatted(threshold));
        }
    }
}
