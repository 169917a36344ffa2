package sigmark.analysis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import sigmark.analysis.recognition.LatexSample;
import sigmark.analysis.recognition.LatexScoreJson;
import sigmark.analysis.statistics.Proportion;
import sigmark.analysis.timing.RunTimes;
import sigmark.analysis.timing.StepFigures;
import sigmark.inference.work.LeftOut;

/** The documents of {@code sigmark evaluate} and of the times in {@code sigmark run}. Undefined numbers are left out. */
public final class EvaluationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EvaluationJson() {}

    /** The whole document, with figures by kind, split and tag. */
    public static ObjectNode document(Evaluation evaluation) {
        ObjectNode document = NODES.objectNode().put("run", evaluation.run().id());
        document.put("pipeline", evaluation.run().pipeline());
        document.put("dataRevision", evaluation.dataRevision());
        document.put("pages", evaluation.run().pages());
        figures(document, evaluation.figures());
        document.set("steps", steps(evaluation.times()));
        throughput(document, evaluation.times());
        attribution(document.putObject("attribution"), evaluation.samples());
        ArrayNode pages = document.putArray("pageScores");
        PageScore.worstFirst(evaluation).forEach(score -> pages.add(page(score)));
        ObjectNode slices = document.putObject("slices");
        slices(evaluation).forEach((name, figures) -> figures(slices.putObject(name), figures));
        leftOut(document.putArray("failed"), evaluation.failed());
        leftOut(document.putArray("leftOut"), evaluation.leftOut());
        ArrayNode samples = document.putArray("samples");
        evaluation.samples().forEach(sample -> samples.add(sample(sample)));
        return document;
    }

    /** Percentiles by step, and of the whole page under {@code page}. */
    public static ObjectNode steps(RunTimes times) {
        ObjectNode steps = NODES.objectNode();
        times.steps().forEach((step, figures) -> steps.set(step.word(), step(figures)));
        steps.set("page", step(times.page()));
        return steps;
    }

    /** Adds pages and formulas a second. */
    public static void throughput(ObjectNode document, RunTimes times) {
        put(document, "pagesPerSecond", times.pagesPerSecond());
        put(document, "formulasPerSecond", times.formulasPerSecond());
    }

    /** The figures of each kind, split and tag that occurs. */
    public static Map<String, EvaluationFigures> slices(Evaluation evaluation) {
        Map<String, EvaluationFigures> slices = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>();
        for (EvaluationSample sample : evaluation.samples()) {
            names.addAll(namesOf(sample));
        }
        for (String name : names) {
            slices.put(name, EvaluationFigures.of(evaluation.pages(), sample -> namesOf(sample)
                    .contains(name)));
        }
        return slices;
    }

    private static List<String> namesOf(EvaluationSample sample) {
        List<String> names = new java.util.ArrayList<>();
        names.add("kind:" + sample.kind().word());
        names.add("split:" + sample.page().split().word());
        sample.tags().forEach(tag -> names.add("tag:" + tag));
        return names;
    }

    /** Figures of the whole or of a slice. */
    public static ObjectNode figures(EvaluationFigures figures) {
        ObjectNode node = NODES.objectNode();
        figures(node, figures);
        return node;
    }

    private static void figures(ObjectNode document, EvaluationFigures figures) {
        ObjectNode detection = document.putObject("detection");
        rate(detection, "precision", figures.detection().precision());
        rate(detection, "recall", figures.detection().recall());
        detection.put("f1", figures.detection().f1().orElse(0));
        figures.detection()
                .f1Interval()
                .ifPresent(interval ->
                        detection.putArray("f1Interval").add(interval.low()).add(interval.high()));
        figures.onTrueBoxes().ifPresent(alone -> document.set("recognition", LatexScoreJson.summary(alone)));
        document.set("endToEnd", LatexScoreJson.summary(figures.endToEnd()));
        hits(document.putObject("foundAndRight"), figures.hits());
        hits(document.putObject("foundAndWhole"), figures.wholeHits());
    }

    private static void hits(ObjectNode node, HitFigures hits) {
        rate(node, "precision", hits.precision());
        rate(node, "recall", hits.recall());
        put(node, "f1", hits.f1());
    }

    private static void attribution(ObjectNode node, List<EvaluationSample> samples) {
        loss(node.putObject("exact"), LossAttribution.of(samples, LossAttribution.EXACT));
        loss(node.putObject("distance"), LossAttribution.of(samples, LossAttribution.DISTANCE));
    }

    private static void loss(ObjectNode node, LossAttribution loss) {
        node.put("formulas", loss.formulas()).put("loss", loss.loss());
        node.put("recognition", loss.recognition()).put("detection", loss.detection());
        node.put("missed", loss.missed()).put("regrouped", loss.regrouped()).put("boxes", loss.boxes());
        put(node, "detectionShare", loss.detectionShare());
        node.put("falseBoxes", loss.falseBoxes()).put("notRead", loss.notRead());
    }

    private static ObjectNode page(PageScore score) {
        ObjectNode node = NODES.objectNode().put("page", score.page().name());
        put(node, "score", score.score());
        node.put("formulas", score.formulas()).put("found", score.found()).put("matched", score.matched());
        node.put("right", score.hits().recall().k())
                .put("splits", score.splits())
                .put("merges", score.merges());
        loss(node.putObject("loss"), score.loss());
        return node;
    }

    /** P and R are 0 where the denominator is 0, as the contract of {@code score boxes} has it. */
    private static void rate(ObjectNode node, String name, Proportion rate) {
        node.put(name, rate.estimate().orElse(0));
        rate.wilson()
                .ifPresent(interval ->
                        node.putArray(name + "Interval").add(interval.low()).add(interval.high()));
        node.put(name + "Samples", rate.n());
    }

    private static ObjectNode step(StepFigures figures) {
        ObjectNode node = NODES.objectNode().put("pages", figures.pages());
        put(node, "p50", figures.p50());
        put(node, "p95", figures.p95());
        put(node, "p99", figures.p99());
        put(node, "p95Bound", figures.p95Bound());
        return node;
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        }
    }

    private static void leftOut(ArrayNode array, List<LeftOut> items) {
        for (LeftOut item : items) {
            array.addObject()
                    .put("item", item.item())
                    .put("reason", item.reason().code())
                    .put("where", item.reason().where());
        }
    }

    private static ObjectNode sample(EvaluationSample sample) {
        ObjectNode node = NODES.objectNode()
                .put("id", sample.id())
                .put("page", sample.page().name())
                .put("outcome", sample.outcome().word())
                .put("kind", sample.kind().word())
                .put("iou", sample.iou());
        if (sample.grouping().role() != Grouping.Role.ALONE) {
            node.put("grouping", sample.grouping().role().word())
                    .put("joinedRight", sample.grouping().joinedRight());
            sample.grouping().partners().forEach(node.withArray("partners")::add);
        }
        var box = sample.box();
        node.putArray("box").add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
        sample.truth().flatMap(region -> region.latex()).ifPresent(latex -> node.put("truth", latex));
        sample.prediction()
                .ifPresent(found -> node.put("prediction", found.reading().latex())
                        .put("score", found.detection().score())
                        .put("latexScore", found.reading().score()));
        sample.trueBoxReading().ifPresent(reading -> node.put("onTrueBox", reading.latex()));
        put(node, "tokenEditDistance", sample.tokenDistance());
        sample.endToEnd()
                .ifPresent(read -> node.put("exactMatch", read.canonical().exact()));
        sample.endToEnd().flatMap(LatexSample::cdm).ifPresent(cdm -> node.put("cdm", cdm.f1()));
        return node;
    }
}
