package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * TIDE (Bolya et al., "TIDE: A General Toolbox for Identifying Object Detection Errors", ECCV 2020): gives every false
 * detection the first type that fits and says how much average precision each type costs. The best 100 detections of an
 * image count, over all classes.
 */
public final class TideEvaluator {
    private static final double BACKGROUND = 0.1;
    private static final int BEST = 100;

    private final TideCurve unrepaired = new TideCurve();
    private final List<TideImage.Fault> faults = new ArrayList<>();
    private final List<TideImage.Hit> hits = new ArrayList<>();
    private final Map<Long, Integer> positives = new TreeMap<>();
    private final Map<Long, Integer> unmatched = new TreeMap<>();

    private TideEvaluator(BoxSet boxes, double foreground) {
        for (BoxSet.Part part : boxes.byImage()) {
            for (TrueBox truth : part.truths) {
                if (!truth.crowd()) {
                    positives.merge(truth.categoryId(), 1, Integer::sum);
                }
            }
            TideImage image = new TideImage(part, foreground, BACKGROUND, BEST, unrepaired);
            hits.addAll(image.hits());
            faults.addAll(image.faults());
            image.unmatched().forEach(category -> unmatched.merge(category, 1, Integer::sum));
        }
    }

    /**
     * Diagnoses all boxes.
     *
     * @param foreground IoU from which a detection is right: 0.5 usually
     * @return absent when nothing was detected: there is nothing to diagnose
     */
    public static Optional<TideNumbers> evaluate(BoxSet boxes, double foreground) {
        if (boxes.found().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TideEvaluator(boxes, foreground).numbers());
    }

    private TideNumbers numbers() {
        positives.forEach(unrepaired::addPositives);
        double ap = unrepaired.ap();
        Map<TideType, Double> gains = new EnumMap<>(TideType.class);
        Map<TideType, Integer> counts = new EnumMap<>(TideType.class);
        for (TideType type : TideType.values()) {
            double repaired = curve(fault -> fault.type() == type, UnaryOperator.identity(), false)
                    .ap();
            gains.put(type, Math.max(0, repaired - ap));
            counts.put(type, (int)
                    faults.stream().filter(fault -> fault.type() == type).count());
        }
        UnaryOperator<TideCurve.Point> perfect = point -> new TideCurve.Point(point.right() ? 1 : 0, point.right());
        double falsePositives = curve(fault -> false, perfect, false).ap() - ap;
        double falseNegatives =
                curve(fault -> false, UnaryOperator.identity(), true).ap() - ap;
        return new TideNumbers(ap, gains, counts, falsePositives, falseNegatives);
    }

    /** The detections with some faults repaired; faults come before hits, so that of equal scores they rank first. */
    private TideCurve curve(
            Predicate<TideImage.Fault> repaired, UnaryOperator<TideCurve.Point> change, boolean forgiveUnmatched) {
        TideCurve curve = new TideCurve();
        positives.forEach(curve::addPositives);
        for (TideImage.Fault fault : faults) {
            if (!repaired.test(fault)) {
                fault.score().ifPresent(score -> {
                    TideCurve.Point point = change.apply(new TideCurve.Point(score, false));
                    curve.add(fault.category(), point.score(), point.right());
                });
            } else if (fault.type() == TideType.MISS) {
                curve.addPositives(fault.category(), -1);
            } else {
                fault.repair().ifPresent(repair -> curve.add(repair.category(), repair.score(), true));
            }
        }
        for (TideImage.Hit hit : hits) {
            TideCurve.Point point = change.apply(new TideCurve.Point(hit.score(), true));
            curve.add(hit.category(), point.score(), point.right());
        }
        if (forgiveUnmatched) {
            unmatched.forEach((category, count) -> curve.addPositives(category, -count));
        }
        return curve;
    }
}
