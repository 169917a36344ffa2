package sigmark.analysis.online;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.online.EventTimes;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.online.TimeHistogram;

/** An online report as JSON; what is undefined is null. */
public final class OnlineReportJson {
    private static final int P50 = 500;
    private static final int P95 = 950;
    private static final int P99 = 990;

    private OnlineReportJson() {}

    public static ObjectNode document(OnlineReport report) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode versions = document.putArray("versions");
        report.versions().forEach(version -> version(version, versions.addObject()));
        ArrayNode slices = document.putArray("slices");
        report.slices().forEach(slice -> {
            ObjectNode node = slices.addObject()
                    .put("slice", slice.name())
                    .put("tag", slice.tag())
                    .put("value", slice.value())
                    .put("version", slice.version());
            counts(slice.counts(), node, !slice.tag().equals(OnlineReport.LENGTH));
        });
        ArrayNode days = document.putArray("days");
        report.days().forEach(day -> {
            ObjectNode node = days.addObject().put("day", day.day().toString()).put("version", day.version());
            counts(day.counts(), node, true);
        });
        report.comparison()
                .ifPresentOrElse(
                        comparison -> comparison(comparison, document.putObject("comparison")),
                        () -> document.putNull("comparison"));
        return document;
    }

    private static void version(VersionFigures version, ObjectNode node) {
        node.put("version", version.version());
        counts(version.counts(), node, true);
        node.put("firstDay", version.first().toString())
                .put("lastDay", version.last().toString());
        version.userCount().ifPresentOrElse(users -> node.put("users", users), () -> node.putNull("users"));
        number(node, "designEffect", version.designEffect());
        interval(node, "userInterval", version.userInterval());
        times(node, "captureToDisplayMs", version, VersionFigures.TOTAL);
        times(node, "captureUnknownMs", version, VersionFigures.TOTAL_FROM_FILE);
        ArrayNode parts = node.putArray("waterfall");
        for (String part : EventTimes.ORDER) {
            if (version.times(part).count() > 0) {
                percentiles(version.times(part), parts.addObject().put("part", part));
            }
        }
    }

    private static void times(ObjectNode node, String field, VersionFigures version, String part) {
        ObjectNode times = node.putObject(field);
        percentiles(version.times(part), times);
        number(times, "p95Upper", version.upperBound(part, P95));
    }

    private static void percentiles(TimeHistogram times, ObjectNode node) {
        number(node, "p50", times.percentile(P50));
        number(node, "p95", times.percentile(P95));
        number(node, "p99", times.percentile(P99));
        node.put("n", times.count());
    }

    private static void counts(OutcomeCounts counts, ObjectNode node, boolean requests) {
        OutcomeFigures figures = new OutcomeFigures(counts);
        if (requests) {
            node.put("requests", counts.requests()).put("retries", counts.retries());
        }
        node.put("shown", counts.shown())
                .put("seen", counts.seen())
                .put("edited", counts.edited())
                .put("confirmed", counts.confirmed())
                .put("silent", counts.silent())
                .put("notSeen", counts.notSeen())
                .put("deleted", counts.deleted())
                .put("cosmetic", counts.cosmetic())
                .put("extended", counts.extended());
        if (requests) {
            node.put("added", counts.added()).put("complaints", counts.complaints());
            number(node, "addedPerThousand", figures.addedPerThousand());
        }
        rate(node, "editRateJudged", figures.ofJudged());
        rate(node, "editRateSeen", figures.ofSeen());
        interval(node, "interval", figures.ofJudged().wilson());
        interval(node, "seenInterval", figures.ofSeen().wilson());
        rate(node, "wrongAtLeast", figures.ofSeen());
        rate(node, "wrongAtMost", figures.upperOfSeen());
        number(node, "meanSeverityOfEdits", figures.meanSeverityOfEdits());
        number(node, "meanSeverityOfSeen", figures.meanSeverityOfSeen());
        rate(node, "heavyShareOfEdits", figures.heavy());
    }

    private static void comparison(SequentialComparison comparison, ObjectNode node) {
        node.put("first", comparison.first())
                .put("second", comparison.second())
                .put("method", "mixture sequential probability ratio test")
                .put("alpha", SequentialComparison.ALPHA)
                .put("mixture", SequentialComparison.MIXTURE)
                .put("designEffect", comparison.designEffect());
        number(node, "assignmentP", comparison.assignmentP());
        node.put("decidedOn", comparison.decidedOn().map(Object::toString).orElse(null));
        comparison.last().ifPresentOrElse(look -> look(look, node), () -> node.putNull("difference"));
        if (comparison.looks().isEmpty()) {
            node.put("reason", "no day on which both versions have judged results");
        }
        ArrayNode looks = node.putArray("looks");
        comparison.looks().forEach(look -> {
            ObjectNode one = looks.addObject().put("day", look.day().toString());
            look(look, one);
        });
    }

    private static void look(SequentialComparison.Look look, ObjectNode node) {
        node.put("difference", look.difference());
        interval(node, "interval", look.interval());
        node.put("p", look.p())
                .put("firstEdited", look.first().k())
                .put("firstJudged", look.first().n())
                .put("secondEdited", look.second().k())
                .put("secondJudged", look.second().n());
    }

    private static void rate(ObjectNode node, String field, Proportion rate) {
        number(node, field, rate.estimate());
    }

    private static void number(ObjectNode node, String field, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(field, value.getAsDouble());
        } else {
            node.putNull(field);
        }
    }

    private static void interval(ObjectNode node, String field, Optional<Interval> interval) {
        if (interval.isPresent()) {
            node.putArray(field).add(interval.get().low()).add(interval.get().high());
        } else {
            node.putNull(field);
        }
    }
}
