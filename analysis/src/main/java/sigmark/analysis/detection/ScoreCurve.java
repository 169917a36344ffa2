package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Precision and recall of detection as the score that a box must have falls from high to low.
 *
 * @param points one for each score that occurs, the highest first
 */
public record ScoreCurve(List<Point> points) {
    /**
     * Boxes of at least a score.
     *
     * @param precision matched of those boxes
     * @param recall matched of all true boxes; 0 without any
     */
    public record Point(double score, double precision, double recall) {
        /** Harmonic mean of both; 0 when both are 0. */
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /** A found box, and whether it took a true one. */
    public record Found(double score, boolean matched) {}

    public ScoreCurve {
        points = List.copyOf(points);
    }

    /** Boxes of equal score come in together. */
    public static ScoreCurve of(List<Found> boxes, int truths) {
        List<Found> falling = new ArrayList<>(boxes);
        falling.sort(Comparator.comparingDouble((Found box) -> -box.score()));
        List<Point> points = new ArrayList<>();
        int matched = 0;
        for (int i = 0; i < falling.size(); i++) {
            matched += falling.get(i).matched() ? 1 : 0;
            boolean last = i + 1 == falling.size()
                    || falling.get(i + 1).score() != falling.get(i).score();
            if (last) {
                double recall = truths == 0 ? 0 : (double) matched / truths;
                points.add(new Point(falling.get(i).score(), (double) matched / (i + 1), recall));
            }
        }
        return new ScoreCurve(points);
    }
}
