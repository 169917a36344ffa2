package sigmark.analysis.detection;

import java.util.Map;
import java.util.Optional;

/**
 * Found boxes scored against true boxes by the field's rules.
 *
 * @param coco with COCO's caps of 1, 10 and 100 detections an image
 * @param dense the same without a cap in place of 100: pages of mathematics often hold more formulas than that
 * @param tide absent when nothing was detected
 * @param tfd2019 by rule name: {@code coarse} and {@code fine}
 * @param ibem2021 by class and {@code total}
 */
public record BoxScore(
        BoxSet boxes,
        CocoNumbers coco,
        CocoNumbers dense,
        ThresholdCounts iou50,
        ThresholdCounts iou75,
        Optional<TideNumbers> tide,
        Map<String, BoxCounts> tfd2019,
        Map<String, BoxCounts> ibem2021) {
    private static final int CAP = 100;

    /** Scores all boxes. */
    public static BoxScore score(BoxSet boxes) {
        CocoNumbers coco = new CocoEvaluator(boxes, 1, 10, CAP).evaluate();
        return new BoxScore(
                boxes,
                coco,
                boxes.mostFound() > CAP ? new CocoEvaluator(boxes, 1, 10, Integer.MAX_VALUE).evaluate() : coco,
                ThresholdCounts.of(boxes, 0.5, Double.NEGATIVE_INFINITY),
                ThresholdCounts.of(boxes, 0.75, Double.NEGATIVE_INFINITY),
                TideEvaluator.evaluate(boxes, 0.5),
                Map.of(
                        "coarse", CompetitionRules.tfd2019(boxes, 0.5),
                        "fine", CompetitionRules.tfd2019(boxes, 0.75)),
                CompetitionRules.ibem2021(boxes));
    }
}
