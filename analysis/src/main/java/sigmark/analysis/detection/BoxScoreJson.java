package sigmark.analysis.detection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sigmark.analysis.statistics.Interval;

/** The document of {@code score boxes}. */
public final class BoxScoreJson {
    private static final int MOST_POINTS = 400;

    private BoxScoreJson() {}

    /** The whole document; {@code leftOut} holds items and problem codes. */
    public static ObjectNode document(BoxScore score) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("coco", coco(score.coco()));
        document.set("cocoWithoutCap", coco(score.dense()));
        document.set("iou50", thresholds(score.iou50()));
        document.set("iou75", thresholds(score.iou75()));
        score.tide().ifPresentOrElse(tide -> document.set("tide", tide(tide)), () -> document.putNull("tide")
                .put("reason", "nothing was detected: there are no errors of detections to tell apart"));
        BoxSet boxes = score.boxes();
        ObjectNode classes = document.putObject("tideByClass");
        TideEvaluator.byClass(boxes, 0.5).forEach((name, tide) -> classes.set(name, tide(tide)));
        ObjectNode sizes = document.putObject("tideBySize");
        TideEvaluator.bySize(boxes, 0.5).forEach((name, tide) -> sizes.set(name, tide(tide)));
        ObjectNode tfd = document.putObject("tfdIcdar2019");
        score.tfd2019().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> tfd.set(entry.getKey(), counts(entry.getValue())));
        ObjectNode ibem = document.putObject("ibem2021");
        score.ibem2021().forEach((name, counts) -> ibem.set(name, counts(counts)));
        var leftOut = document.putArray("leftOut");
        score.boxes().leftOut().forEach(left -> leftOut.addObject()
                .put("item", left.item())
                .put("reason", left.reason().code()));
        return document;
    }

    /** Counts with precision, recall and F1, as {@code iou50} has them and {@code evaluate} too. */
    public static ObjectNode counts(BoxCounts counts) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("precision", counts.precision())
                .put("recall", counts.recall())
                .put("f1", counts.f1())
                .put("tp", counts.right())
                .put("fp", counts.wrong())
                .put("fn", counts.missed());
        interval(node, "precisionInterval", counts.precisionInterval());
        interval(node, "recallInterval", counts.recallInterval());
        return node;
    }

    private static ObjectNode thresholds(ThresholdCounts counts) {
        ObjectNode node = counts(counts.all());
        ObjectNode classes = node.putObject("classes");
        counts.byClass().forEach((name, one) -> classes.set(name, counts(one)));
        return node;
    }

    /** COCO's twelve numbers and those of each class. */
    public static ObjectNode coco(CocoNumbers numbers) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("AP", numbers.ap())
                .put("AP50", numbers.ap50())
                .put("AP75", numbers.ap75())
                .put("APs", numbers.apSmall())
                .put("APm", numbers.apMedium())
                .put("APl", numbers.apLarge())
                .put("AR1", numbers.ar1())
                .put("AR10", numbers.ar10())
                .put("AR100", numbers.ar100())
                .put("ARs", numbers.arSmall())
                .put("ARm", numbers.arMedium())
                .put("ARl", numbers.arLarge());
        ObjectNode classes = node.putObject("classes");
        numbers.byClass().forEach((name, one) -> classes.putObject(name)
                .put("AP", one.ap())
                .put("AP50", one.ap50())
                .put("AP75", one.ap75())
                .put("AR100", one.ar()));
        return node;
    }

    private static ObjectNode tide(TideNumbers tide) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        for (TideType type : TideType.values()) {
            String name = type.name().toLowerCase(Locale.ROOT);
            node.put(name, tide.gains().getOrDefault(type, 0.0));
            counts.put(name, tide.counts().getOrDefault(type, 0));
        }
        node.put("ap", tide.ap())
                .put("falsePositives", tide.falsePositives())
                .put("falseNegatives", tide.falseNegatives());
        node.set("counts", counts);
        return node;
    }

    /**
     * What more {@code score boxes} was asked for: counts, error types, curves by class and by size.
     *
     * @param threshold IoU above 0 to 1
     */
    public static ObjectNode at(BoxSet boxes, double threshold) {
        ObjectNode node = thresholds(ThresholdCounts.of(boxes, threshold, Double.NEGATIVE_INFINITY));
        TideEvaluator.evaluate(boxes, threshold).ifPresent(tide -> node.set("tide", tide(tide)));
        curves(node.putArray("curves"), "class", PrecisionRecall.of(boxes, threshold));
        curves(node.putArray("sizeCurves"), "size", PrecisionRecall.bySize(boxes, threshold));
        return node;
    }

    private static void curves(ArrayNode list, String of, List<PrecisionRecall> curves) {
        for (PrecisionRecall curve : curves) {
            ObjectNode one = list.addObject().put(of, curve.name()).put("truths", curve.truths());
            var points = one.putArray("points");
            curve.thinned(MOST_POINTS).forEach(point -> points.addObject()
                    .put("score", point.score())
                    .put("precision", point.precision())
                    .put("recall", point.recall()));
        }
    }

    private static void interval(ObjectNode node, String name, Optional<Interval> interval) {
        interval.ifPresentOrElse(one -> node.putArray(name).add(one.low()).add(one.high()), () -> node.putNull(name));
    }
}
