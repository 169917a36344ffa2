package sigmark.inference.training.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sigmark.inference.run.Detection;
import sigmark.inference.synthesis.DrawnFormula;

/**
 * How well boxes were found at one overlap: each true box is matched to at most one found box, best score first. The kind
 * does not count for matching, but is counted.
 *
 * @param matched pairs whose boxes overlap enough
 * @param sameKind pairs of them with the same kind
 */
public record DetectorScores(double overlap, int truth, int found, int matched, int sameKind) {
    static DetectorScores none(double overlap) {
        return new DetectorScores(overlap, 0, 0, 0, 0);
    }

    /** With another page counted in. */
    public DetectorScores plus(List<DrawnFormula> truths, List<Detection> detections) {
        List<DrawnFormula> open = new ArrayList<>(truths);
        List<Detection> sorted = new ArrayList<>(detections);
        sorted.sort((a, b) -> Double.compare(b.score(), a.score()));
        int pairs = 0;
        int kinds = 0;
        for (Detection detection : sorted) {
            DrawnFormula best = null;
            double most = overlap;
            for (DrawnFormula formula : open) {
                double iou = detection.box().iou(formula.box());
                if (iou >= most) {
                    most = iou;
                    best = formula;
                }
            }
            if (best != null) {
                open.remove(best);
                pairs++;
                kinds += best.kind() == detection.kind() ? 1 : 0;
            }
        }
        return new DetectorScores(
                overlap, truth + truths.size(), found + detections.size(), matched + pairs, sameKind + kinds);
    }

    public double precision() {
        return found == 0 ? 0 : (double) matched / found;
    }

    public double recall() {
        return truth == 0 ? 0 : (double) matched / truth;
    }

    /** Harmonic mean of precision and recall; 0 when nothing matched. */
    public double f1() {
        return matched == 0 ? 0 : 2.0 * matched / (found + truth);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "IoU %.2f: P %.3f R %.3f F1 %.3f (%d true, %d found, %d matched, %d of the same kind)",
                overlap,
                precision(),
                recall(),
                f1(),
                truth,
                found,
                matched,
                sameKind);
    }
}
