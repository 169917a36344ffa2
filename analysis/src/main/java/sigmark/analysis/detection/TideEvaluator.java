package sigmark.analysis.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
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
    private boolean counting;

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
        return Optional.of(new TideEvaluator(boxes, foreground).numbers(TideCurve::ap, fault -> true));
    }

    /**
     * Diagnoses each category by itself: its own average precision, and the faults of detections of it and of missed
     * truths of it. Empty when nothing was detected.
     */
    public static Map<String, TideNumbers> byClass(BoxSet boxes, double foreground) {
        Map<String, TideNumbers> byClass = new LinkedHashMap<>();
        if (!boxes.found().isEmpty()) {
            TideEvaluator evaluator = new TideEvaluator(boxes, foreground);
            boxes.categories()
                    .forEach((category, name) -> byClass.put(
                            name,
                            evaluator.numbers(curve -> curve.ap(category), fault -> fault.category() == category)));
        }
        return byClass;
    }

    /**
     * Diagnoses truths of COCO's size ranges by themselves: of other sizes, detections are left out and truths neither
     * help nor harm. Sizes without detections are absent.
     */
    public static Map<String, TideNumbers> bySize(BoxSet boxes, double foreground) {
        Map<String, TideNumbers> bySize = new LinkedHashMap<>();
        for (SizeRange range : List.of(SizeRange.SMALL, SizeRange.MEDIUM, SizeRange.LARGE)) {
            List<TrueBox> truths = boxes.truths().stream()
                    .map(truth -> range.holds(truth.area())
                            ? truth
                            : new TrueBox(
                                    truth.id(), truth.imageId(), truth.categoryId(), truth.box(), truth.area(), true))
                    .toList();
            List<FoundBox> found = boxes.found().stream()
                    .filter(box -> range.holds(box.box().area()))
                    .toList();
            evaluate(new BoxSet(boxes.imageIds(), boxes.categories(), truths, found, List.of()), foreground)
                    .ifPresent(numbers -> bySize.put(range.name(), numbers));
        }
        return bySize;
    }

    private TideNumbers numbers(ToDoubleFunction<TideCurve> precision, Predicate<TideImage.Fault> counted) {
        if (!counting) {
            positives.forEach(unrepaired::addPositives);
            counting = true;
        }
        double ap = precision.applyAsDouble(unrepaired);
        Map<TideType, Double> gains = new EnumMap<>(TideType.class);
        Map<TideType, Integer> counts = new EnumMap<>(TideType.class);
        for (TideType type : TideType.values()) {
            double repaired =
                    precision.applyAsDouble(curve(fault -> fault.type() == type, UnaryOperator.identity(), false));
            gains.put(type, Math.max(0, repaired - ap));
            counts.put(type, (int) faults.stream()
                    .filter(fault -> fault.type() == type && counted.test(fault))
                    .count());
        }
        UnaryOperator<TideCurve.Point> perfect = point -> new TideCurve.Point(point.right() ? 1 : 0, point.right());
        double falsePositives = precision.applyAsDouble(curve(fault -> false, perfect, false)) - ap;
        double falseNegatives = precision.applyAsDouble(curve(fault -> false, UnaryOperator.identity(), true)) - ap;
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
