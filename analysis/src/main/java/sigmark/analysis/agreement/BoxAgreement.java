package sigmark.analysis.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import sigmark.inference.page.Box;

/**
 * Do two people draw the same boxes? Pairs are taken one-to-one by falling IoU (ties: first indices).
 *
 * @param matched pairs taken
 * @param agreement 2 · matched/(boxes of both), 0 to 1; 1 by convention when both drew none
 * @param meanIou of the pairs taken; absent when there is none
 * @param mostPairs pairs that the best assignment would find: taking by falling IoU can miss some
 */
public record BoxAgreement(int matched, double agreement, OptionalDouble meanIou, int mostPairs) {
    private record Pair(int first, int second, double iou) {}

    /**
     * Compares the boxes of one page.
     *
     * @param threshold the IoU from which two boxes are a pair, above 0
     */
    public static BoxAgreement of(List<Box> first, List<Box> second, double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("IoU threshold %s".formatted(threshold));
        }
        List<Pair> pairs = new ArrayList<>();
        List<List<Integer>> partners = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            partners.add(new ArrayList<>());
            for (int j = 0; j < second.size(); j++) {
                double iou = first.get(i).iou(second.get(j));
                if (iou >= threshold) {
                    pairs.add(new Pair(i, j, iou));
                    partners.get(i).add(j);
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::iou).reversed());
        boolean[] takenFirst = new boolean[first.size()];
        boolean[] takenSecond = new boolean[second.size()];
        int matched = 0;
        double sum = 0;
        for (Pair pair : pairs) {
            if (!takenFirst[pair.first()] && !takenSecond[pair.second()]) {
                takenFirst[pair.first()] = true;
                takenSecond[pair.second()] = true;
                matched++;
                sum += pair.iou();
            }
        }
        int boxes = first.size() + second.size();
        return new BoxAgreement(
                matched,
                boxes == 0 ? 1 : 2.0 * matched / boxes,
                matched == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / matched),
                mostPairs(partners, second.size()));
    }

    /** Largest matching by augmenting paths (Kuhn). */
    private static int mostPairs(List<List<Integer>> partners, int seconds) {
        int[] partnerOf = new int[seconds];
        Arrays.fill(partnerOf, -1);
        int found = 0;
        for (int i = 0; i < partners.size(); i++) {
            found += augment(i, partners, partnerOf, new boolean[seconds]) ? 1 : 0;
        }
        return found;
    }

    private static boolean augment(int i, List<List<Integer>> partners, int[] partnerOf, boolean[] tried) {
        for (int j : partners.get(i)) {
            if (!tried[j]) {
                tried[j] = true;
                if (partnerOf[j] < 0 || augment(partnerOf[j], partners, partnerOf, tried)) {
                    partnerOf[j] = i;
                    return true;
                }
            }
        }
        return false;
    }
}
