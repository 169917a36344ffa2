package sigmark.analysis.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sigmark.inference.page.Box;

/**
 * Recognizes splits and merges among boxes that were matched one to one. A formula is split when two or more found boxes
 * lie in it (each to 70 % of its own area) and together cover 70 % of it; a found box merges the formulas that lie in it
 * likewise when they fill half of it or more. Boxes that all have a match of their own are no group, and a box belongs to
 * one group at most.
 */
public final class BoxGroups {
    private static final double INSIDE = 0.7;
    private static final double COVERED = 0.7;
    private static final double FILLED = 0.5;

    private BoxGroups() {}

    /** The groups of one page: splits by ascending truth, then merges by ascending prediction. */
    public static List<BoxGroup> of(List<Box> truths, List<Box> predictions, BoxMatching matching) {
        boolean[] truthTaken = new boolean[truths.size()];
        boolean[] predictionTaken = new boolean[predictions.size()];
        matching.ignored().forEach(p -> predictionTaken[p] = true);
        List<BoxGroup> groups = new ArrayList<>();
        for (int t = 0; t < truths.size(); t++) {
            List<Integer> pieces = inside(predictions, truths.get(t), COVERED, predictionTaken, matched(matching, t));
            if (pieces.size() > 1 && pieces.stream().anyMatch(matching.extra()::contains)) {
                groups.add(new BoxGroup(BoxGroup.Kind.SPLIT, List.of(t), pieces));
                truthTaken[t] = true;
                pieces.forEach(p -> predictionTaken[p] = true);
            }
        }
        for (int p = 0; p < predictions.size(); p++) {
            if (!predictionTaken[p]) {
                List<Integer> parts = inside(truths, predictions.get(p), FILLED, truthTaken, matchedTo(matching, p));
                if (parts.size() > 1 && parts.stream().anyMatch(matching.missed()::contains)) {
                    groups.add(new BoxGroup(BoxGroup.Kind.MERGE, parts, List.of(p)));
                    parts.forEach(t -> truthTaken[t] = true);
                }
            }
        }
        return groups;
    }

    /** Boxes that lie in a larger one, when they cover enough of it; those matched to others are not asked. */
    private static List<Integer> inside(
            List<Box> boxes, Box larger, double share, boolean[] taken, List<Integer> candidates) {
        double covered = 0;
        List<Integer> inside = new ArrayList<>();
        for (int i : candidates) {
            double shared = larger.sharedArea(boxes.get(i));
            if (!taken[i] && shared >= INSIDE * boxes.get(i).area()) {
                inside.add(i);
                covered += shared;
            }
        }
        return covered >= share * larger.area() ? inside : List.of();
    }

    private static List<Integer> matched(BoxMatching matching, int truth) {
        return ascending(
                matching.extra(),
                matching.pairs().stream().filter(pair -> pair.truth() == truth).mapToInt(BoxPair::prediction));
    }

    private static List<Integer> matchedTo(BoxMatching matching, int prediction) {
        return ascending(
                matching.missed(),
                matching.pairs().stream()
                        .filter(pair -> pair.prediction() == prediction)
                        .mapToInt(BoxPair::truth));
    }

    private static List<Integer> ascending(List<Integer> alone, IntStream matched) {
        return IntStream.concat(alone.stream().mapToInt(Integer::intValue), matched)
                .sorted()
                .boxed()
                .toList();
    }
}
