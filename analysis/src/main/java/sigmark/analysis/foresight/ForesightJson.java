package sigmark.analysis.foresight;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.online.LogisticFit;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;

/** The document of {@code sigmark online agree}. What is undefined is null. */
public final class ForesightJson {
    /** Odds ratios are for a tenth of an error. */
    private static final double TENTH = 0.1;

    private ForesightJson() {}

    public static ObjectNode document(ForesightReport report) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("statement", report.statement().word());
        ArrayNode checks = document.putArray("checks");
        report.checks().forEach(check -> check(checks.addObject(), check));
        ArrayNode versions = document.putArray("versions");
        report.versions().forEach(sides -> sides(versions.addObject(), sides));
        ArrayNode slices = document.putArray("slices");
        report.slices().forEach(sides -> sides(slices.addObject(), sides));
        ArrayNode alone = document.putArray("versionsWithoutRun");
        report.offlineOnly().forEach(alone::add);
        samples(document.putObject("samples"), report.samples());
        ArrayNode drifts = document.putArray("drift");
        for (Drift drift : report.drifts()) {
            ObjectNode node = drifts.addObject().put("tag", drift.tag());
            number(node, "stabilityIndex", drift.index());
            number(node, "pChi2", drift.p());
            ArrayNode parts = node.putArray("values");
            drift.parts().forEach(part -> parts.addObject()
                    .put("value", part.value())
                    .put("test", part.test())
                    .put("live", part.live())
                    .put("testLacks", drift.lacking(part)));
        }
        ArrayNode proposals = document.putArray("proposals");
        report.proposals().forEach(proposal -> proposals
                .addObject()
                .put("requestId", proposal.requestId())
                .put("version", proposal.version())
                .put("slice", proposal.slice())
                .put("touched", proposal.touched()));
        return document;
    }

    private static void check(ObjectNode node, Check check) {
        node.put("about", check.about().word()).put("state", check.state().word());
        number(node, "measured", check.measured());
        interval(node, check.interval());
        node.put("samples", check.samples());
        if (check.missing().isPresent()) {
            node.put("missing", check.missing().getAsLong());
        } else {
            node.putNull("missing");
        }
        ArrayNode breakers = node.putArray("breakers");
        check.breakers().forEach(breakers::add);
    }

    private static void sides(ObjectNode node, Sides sides) {
        node.put("version", sides.version()).put("slice", sides.slice());
        rate(node.putObject("offline"), sides.offline());
        rate(node.putObject("online"), sides.online());
    }

    private static void rate(ObjectNode node, Proportion rate) {
        node.put("k", rate.k()).put("n", rate.n());
        number(node, "rate", rate.estimate());
        interval(node, rate.wilson());
    }

    private static void samples(ObjectNode node, SampleChecks samples) {
        node.put("count", samples.samples().size());
        auc(node, "aucError", samples.byError());
        auc(node, "aucDoubt", samples.byDoubt());
        if (samples.fit().isPresent()) {
            LogisticFit fit = samples.fit().get();
            node.putObject("logistic")
                    .put("intercept", fit.intercept())
                    .put("slope", fit.slope())
                    .put("slopeError", fit.slopeError())
                    .put("oddsRatioPerTenth", Math.exp(TENTH * fit.slope()));
        } else {
            node.putNull("logistic");
        }
        number(node, "scoreCalibrationError", samples.scoreError());
        number(node, "scoreBrier", samples.brier());
        ArrayNode curve = node.putArray("editByError");
        samples.curve().forEach(point -> curve.addArray().add(point.score()).add(point.value()));
        ArrayNode against = node.putArray("against");
        samples.against().stream().limit(100).forEach(sample -> {
            ObjectNode one = against.addObject()
                    .put("requestId", sample.requestId())
                    .put("version", sample.version())
                    .put("page", sample.pageId())
                    .put("shown", sample.shown())
                    .put("error", sample.error())
                    .put("edited", sample.edited());
            number(one, "score", sample.score());
        });
    }

    private static void auc(ObjectNode node, String name, Optional<SampleChecks.Auc> auc) {
        if (auc.isPresent()) {
            ObjectNode of = node.putObject(name).put("value", auc.get().value());
            interval(of, Optional.of(auc.get().interval()));
        } else {
            node.putNull(name);
        }
    }

    private static void number(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static void interval(ObjectNode node, Optional<Interval> interval) {
        if (interval.isPresent()) {
            node.putArray("interval")
                    .add(interval.get().low())
                    .add(interval.get().high());
        } else {
            node.putNull("interval");
        }
    }
}
