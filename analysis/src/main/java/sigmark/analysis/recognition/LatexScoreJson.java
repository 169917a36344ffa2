package sigmark.analysis.recognition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.latex.CanonicalForm;

/**
 * The document of {@code score latex}. An undefined number is null, with the words in {@code reason} beside it; beside
 * each number that has one stands its 95 % interval.
 */
public final class LatexScoreJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LatexScoreJson() {}

    /**
     * The whole document: {@code summary}, {@code samples}, {@code leftOut} (item and problem code; truths that only CDM
     * leaves out are among the samples too).
     */
    public static ObjectNode document(LatexScore score) {
        ObjectNode document = NODES.objectNode();
        document.set("summary", summary(score.summary()));
        ArrayNode samples = document.putArray("samples");
        score.samples().forEach(sample -> samples.add(sample(sample)));
        ArrayNode leftOut = document.putArray("leftOut");
        Stream.concat(score.leftOut().stream(), score.notLaidOut().stream()).forEach(left -> leftOut.addObject()
                .put("item", left.item())
                .put("reason", left.reason().code()));
        return document;
    }

    /**
     * The document with published forms: {@code summary.normalForms} and {@code normalForms} of each sample, by name. The
     * forms' samples stand in the order of the score's.
     */
    public static ObjectNode document(LatexScore score, List<NormalFormScore> forms) {
        ObjectNode document = document(score);
        for (NormalFormScore form : forms) {
            String name = form.form().name();
            ObjectNode node = document.withObject("/summary").withObject("/normalForms");
            ObjectNode summary = node.putObject(name).put("unit", form.form().unit());
            edit(summary, "editDistance", form.summary().edit());
            rates(summary, form.summary());
            for (int i = 0; i < form.samples().size(); i++) {
                NormalFormScore.Sample sample = form.samples().get(i);
                ObjectNode of = ((ObjectNode) document.withArray("/samples").get(i)).withObject("/normalForms");
                of.putObject(name)
                        .put("truth", sample.truth())
                        .put("prediction", sample.prediction())
                        .put("editDistance", sample.score().distance())
                        .put("errors", sample.score().errors())
                        .put("exactMatch", sample.score().exact());
            }
        }
        return document;
    }

    /** The part {@code summary}, which {@code evaluate} has too. */
    public static ObjectNode summary(RecognitionSummary summary) {
        ObjectNode node = NODES.objectNode();
        node.put("count", summary.count()).put("failed", summary.failed());
        if (summary.count() == 0) {
            node.put("reason", "no samples");
        }
        edit(node, "charEditDistance", summary.characters());
        form(node, summary.asGiven());
        ObjectNode canonical = node.putObject("canonical").put("version", CanonicalForm.VERSION);
        form(canonical, summary.canonical());
        node.set("cdm", cdm(summary.cdm()));
        return node;
    }

    private static ObjectNode cdm(CdmSummary cdm) {
        ObjectNode node = NODES.objectNode();
        number(node, "f1", cdm.f1());
        interval(node, "f1Interval", cdm.f1Interval());
        number(node, "precision", cdm.precision());
        number(node, "recall", cdm.recall());
        number(node, "expRate", cdm.whole().estimate());
        node.put("samples", cdm.samples()).put("leftOut", cdm.leftOut());
        if (cdm.samples() == 0) {
            node.put("reason", "no truth that can be laid out");
        }
        return node;
    }

    private static ObjectNode sample(LatexSample sample) {
        ObjectNode node = NODES.objectNode();
        node.putRawValue("id", new RawValue(sample.id().json()));
        node.put("charEditDistance", sample.characterDistance());
        form(node, sample.asGiven(), sample.bleuAsGiven());
        form(node.putObject("canonical"), sample.canonical(), sample.bleuCanonical());
        sample.cdm()
                .ifPresentOrElse(
                        cdm -> node.putObject("cdm")
                                .put("f1", cdm.f1())
                                .put("precision", cdm.precision())
                                .put("recall", cdm.recall()),
                        () -> node.putNull("cdm").put("cdmReason", LatexScore.NOT_LAID_OUT));
        ArrayNode structure = node.putArray("structure");
        sample.structure().forEach(error -> structure.add(error.word()));
        if (sample.failed()) {
            node.put("error", "no prediction");
        } else {
            node.putNull("error");
        }
        return node;
    }

    private static void form(ObjectNode node, TokenScore score, BleuCounts bleu) {
        node.put("tokenEditDistance", score.distance());
        node.put("tokenErrors", score.errors());
        node.put("exactMatch", score.exact());
        node.put("smoothedSentenceBleu", bleu.smoothedSentence());
    }

    private static void form(ObjectNode node, FormSummary form) {
        edit(node, "tokenEditDistance", form.edit());
        rates(node, form);
    }

    private static void rates(ObjectNode node, FormSummary form) {
        number(node, "exactMatch", form.exact().estimate());
        interval(node, "exactMatchInterval", form.exact().wilson());
        number(node, "bleu", form.bleu());
        ArrayNode expRate = node.putArray("expRate");
        for (Proportion rate : form.expRate()) {
            rate.estimate().ifPresentOrElse(expRate::add, expRate::addNull);
        }
    }

    private static void edit(ObjectNode node, String name, EditAverages averages) {
        number(node, name, averages.sampleMean());
        interval(node, name + "Interval", averages.interval());
        number(node, name + "Pooled", averages.pooled());
        number(node, name + "PageMean", averages.pageMean());
    }

    private static void number(ObjectNode node, String name, OptionalDouble value) {
        value.ifPresentOrElse(number -> node.put(name, number), () -> node.putNull(name));
    }

    private static void interval(ObjectNode node, String name, Optional<Interval> value) {
        value.ifPresentOrElse(
                interval -> node.putArray(name).add(interval.low()).add(interval.high()), () -> node.putNull(name));
    }
}
