package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Precision and recall as the least score falls, at one IoU threshold, matched by COCO's rule without its cut at 100
 * detections.
 *
 * @param name the category's or the size's, or {@code all} for all categories together
 * @param truths that count
 * @param points by falling score, one for each different score
 */
public record PrecisionRecall(String name, int truths, List<Point> points) {
    /** All detections of at least a score. Recall is 0 without truth. */
    public record Point(double score, double precision, double recall) {}

    private record Ranked(double score, boolean right) {}

    public PrecisionRecall {
        points = List.copyOf(points);
    }

    /** A curve for each category, in the order of their ids, and one for all of them. */
    public static List<PrecisionRecall> of(BoxSet boxes, double threshold) {
        List<PrecisionRecall> curves = new ArrayList<>();
        Tally all = new Tally();
        for (long category : boxes.categories().keySet().stream().sorted().toList()) {
            Tally one = new Tally();
            one.add(boxes, category, threshold, SizeRange.ALL);
            curves.add(one.curve(boxes.categories().getOrDefault(category, Long.toString(category))));
            all.add(one);
        }
        curves.add(all.curve("all"));
        return curves;
    }

    /**
     * A curve for each of COCO's sizes, small, medium and large, over all categories: truth of other sizes does not count,
     * nor does what is found of another size and matches nothing.
     */
    public static List<PrecisionRecall> bySize(BoxSet boxes, double threshold) {
        List<PrecisionRecall> curves = new ArrayList<>();
        for (SizeRange range : List.of(SizeRange.SMALL, SizeRange.MEDIUM, SizeRange.LARGE)) {
            Tally tally = new Tally();
            boxes.categories().keySet().stream()
                    .sorted()
                    .forEach(category -> tally.add(boxes, category, threshold, range));
            curves.add(tally.curve(range.name()));
        }
        return curves;
    }

    /** What was found, right or not, and how much there was to find. */
    private static final class Tally {
        private final List<Ranked> found = new ArrayList<>();
        private int truths;

        void add(BoxSet boxes, long category, double threshold, SizeRange range) {
            List<ImageClass> images = new ArrayList<>();
            for (BoxSet.Part part : boxes.byImage(category)) {
                images.add(new ImageClass(part.truths, part.found, Integer.MAX_VALUE));
            }
            ClassMatches matches = ClassMatches.of(images, new double[] {threshold}, range, Integer.MAX_VALUE);
            for (int place = 0; place < matches.count(); place++) {
                if (!matches.isIgnored(place, 0)) {
                    found.add(new Ranked(matches.score(place), matches.isMatched(place, 0)));
                }
            }
            truths += matches.positives();
        }

        void add(Tally other) {
            found.addAll(other.found);
            truths += other.truths;
        }

        PrecisionRecall curve(String name) {
            return new PrecisionRecall(name, truths, points(found, truths));
        }
    }

    /** At most that many points, the first and the last among them. */
    public List<Point> thinned(int most) {
        if (points.size() <= most) {
            return points;
        }
        List<Point> thinned = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            thinned.add(points.get((int) ((long) i * (points.size() - 1) / Math.max(1, most - 1))));
        }
        return thinned;
    }

    private static List<Point> points(List<Ranked> found, int truths) {
        List<Ranked> ranked = new ArrayList<>(found);
        ranked.sort(Comparator.comparingDouble((Ranked one) -> -one.score()));
        List<Point> points = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < ranked.size(); i++) {
            right += ranked.get(i).right() ? 1 : 0;
            boolean last = i + 1 == ranked.size()
                    || ranked.get(i + 1).score() != ranked.get(i).score();
            if (last) {
                points.add(
                        new Point(ranked.get(i).score(), right / (i + 1.0), truths == 0 ? 0 : (double) right / truths));
            }
        }
        return points;
    }
}
