package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Box scores by the rules of two formula-detection competitions.
 */
public final class CompetitionRules {
    private static final double IBEM_IOU = 0.7;
    private static final double IBEM_SCORE = 0.05;

    private CompetitionRules() {}

    /**
     * TFD-ICDAR2019 (Mahdavi et al., "ICDAR 2019 CROHME + TFD", evaluator version 2): classes and scores do not matter,
     * IoU counts pixels (a box from 0 to 9 is ten wide) and is rounded to two decimals. Each truth takes its best detection; where two want one, the better keeps it and
     * the other takes its next.
     *
     * @param threshold 0.5 (coarse) or 0.75 (fine)
     */
    public static BoxCounts tfd2019(BoxSet boxes, double threshold) {
        BoxCounts all = BoxCounts.NONE;
        for (BoxSet.Part part : boxes.byImage()) {
            List<RawBox> truths = part.truths.stream()
                    .filter(truth -> !truth.crowd())
                    .map(TrueBox::box)
                    .toList();
            List<RawBox> found = part.found.stream().map(FoundBox::box).toList();
            int right = 0;
            for (double iou : stableOverlaps(truths, found)) {
                right += Math.rint(iou * 100) / 100 >= threshold ? 1 : 0;
            }
            all = all.plus(new BoxCounts(right, found.size() - right, truths.size() - right));
        }
        return all;
    }

    /**
     * IBEM, ICDAR 2021 (Anitei et al.): per class at IoU 0.7 with place and size cut to whole pixels, detections under 0.05 dropped, truths in
     * the file's order take their best free detection. The sum of the classes stands under {@code total}.
     */
    public static Map<String, BoxCounts> ibem2021(BoxSet boxes) {
        Map<String, BoxCounts> byClass = new LinkedHashMap<>();
        BoxCounts total = BoxCounts.NONE;
        for (Map.Entry<Long, String> category : boxes.categories().entrySet()) {
            BoxCounts counts = BoxCounts.NONE;
            for (BoxSet.Part part : boxes.byImage(category.getKey())) {
                counts = counts.plus(ibem(part));
            }
            byClass.put(category.getValue(), counts);
            total = total.plus(counts);
        }
        byClass.put("total", total);
        return byClass;
    }

    private static BoxCounts ibem(BoxSet.Part part) {
        List<RawBox> found = new ArrayList<>();
        for (FoundBox box : StableOrder.byFallingScore(part.found)) {
            if (box.score() >= IBEM_SCORE) {
                found.add(whole(box.box()));
            }
        }
        boolean[] taken = new boolean[found.size()];
        int truths = 0;
        int right = 0;
        for (TrueBox truth : part.truths) {
            if (truth.crowd()) {
                continue;
            }
            truths++;
            RawBox box = whole(truth.box());
            int best = -1;
            double highest = 0;
            for (int d = 0; d < found.size(); d++) {
                double iou = taken[d] ? 0 : found.get(d).iou(box, false);
                if (iou > highest) {
                    highest = iou;
                    best = d;
                }
            }
            if (best >= 0 && highest >= IBEM_IOU) {
                taken[best] = true;
                right++;
            }
        }
        return new BoxCounts(right, found.size() - right, truths - right);
    }

    /** Place and size cut to whole pixels. */
    private static RawBox whole(RawBox box) {
        return new RawBox((long) box.x(), (long) box.y(), (long) box.width(), (long) box.height());
    }

    /** The overlap of each truth with the detection it ends up with; truths without one are left out. */
    private static List<Double> stableOverlaps(List<RawBox> truths, List<RawBox> found) {
        double[][] iou = new double[truths.size()][found.size()];
        List<List<Integer>> wishes = new ArrayList<>();
        for (int t = 0; t < truths.size(); t++) {
            double[] row = iou[t];
            for (int d = 0; d < found.size(); d++) {
                row[d] = truths.get(t).pixelIou(found.get(d));
            }
            wishes.add(IntStream.range(0, found.size())
                    .filter(d -> row[d] > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble(d -> -row[d]))
                    .toList());
        }
        int[] next = new int[truths.size()];
        List<Integer> holder = new ArrayList<>(Collections.nCopies(found.size(), -1));
        List<Integer> waiting =
                new ArrayList<>(IntStream.range(0, truths.size()).boxed().toList());
        while (!waiting.isEmpty()) {
            int t = waiting.remove(waiting.size() - 1);
            if (next[t] < wishes.get(t).size()) {
                int d = wishes.get(t).get(next[t]++);
                int rival = holder.get(d);
                if (rival < 0 || iou[t][d] > iou[rival][d]) {
                    holder.set(d, t);
                    if (rival >= 0) {
                        waiting.add(rival);
                    }
                } else {
                    waiting.add(t);
                }
            }
        }
        List<Double> overlaps = new ArrayList<>();
        for (int d = 0; d < found.size(); d++) {
            if (holder.get(d) >= 0) {
                overlaps.add(iou[holder.get(d)][d]);
            }
        }
        return overlaps;
    }
}
