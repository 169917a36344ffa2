package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;
import picocli.CommandLine;
import sigmark.analysis.online.OnlineReport;
import sigmark.analysis.online.OnlineReportJson;
import sigmark.analysis.online.OutcomeFigures;
import sigmark.analysis.online.SequentialComparison;
import sigmark.analysis.online.VersionFigures;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.Figures;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.online.EventTimes;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;

@CommandLine.Command(
        name = "report",
        description =
                "Edits, outcomes and times by version, slice and day; two versions compared, safe to look at daily.",
        mixinStandardHelpOptions = true)
final class OnlineReportCommand implements Command {
    private static final int P50 = 500;
    private static final int P95 = 950;
    private static final int P99 = 990;
    private static final double PERCENT = 100;

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = ProjectStore.openReadOnly(project.path(), project.author())) {
            OnlineStore online = new OnlineStore(store);
            OnlineReport report = OnlineReport.of(online);
            if (report.versions().isEmpty()) {
                console.say("no requests yet: sigmark online import, or sigmark serve");
            }
            ObjectNode document = OnlineReportJson.document(report);
            for (int i = 0; i < report.versions().size(); i++) {
                VersionFigures version = report.versions().get(i);
                say(console, version);
                OptionalDouble median = version.times(VersionFigures.TOTAL).percentile(P50);
                if (median.isPresent()) {
                    online.requestNear(version.version(), median.getAsDouble())
                            .ifPresent(id -> ((ObjectNode) document.path("versions")
                                            .path(report.versions().indexOf(version)))
                                    .put("medianRequest", id));
                }
            }
            report.slices()
                    .forEach(slice -> console.say("  %-28s %-16s edits of judged %s"
                            .formatted(
                                    slice.name(),
                                    slice.version(),
                                    Figures.rate(new OutcomeFigures(slice.counts()).ofJudged()))));
            report.comparison().ifPresent(comparison -> say(console, comparison));
            return document;
        }
    }

    private static void say(Console console, VersionFigures version) {
        OutcomeCounts counts = version.counts();
        OutcomeFigures figures = version.outcomes();
        console.say("version %s: %,d requests%s, %s to %s"
                .formatted(
                        version.version(),
                        counts.requests(),
                        version.userCount().isPresent()
                                ? " by %,d users".formatted(version.userCount().getAsLong())
                                : "",
                        version.first(),
                        version.last()));
        console.say(
                "  shown %,d = edited %,d (deleted %,d) + confirmed %,d (cosmetic %,d, extended %,d) + silent %,d + "
                                .formatted(
                                        counts.shown(),
                                        counts.edited(),
                                        counts.deleted(),
                                        counts.confirmed(),
                                        counts.cosmetic(),
                                        counts.extended(),
                                        counts.silent())
                        + "not seen %,d; retries set aside %,d".formatted(counts.notSeen(), counts.retries()));
        console.say("  edits of judged %s, of seen %s; wrong at most %s"
                .formatted(
                        Figures.rate(figures.ofJudged()),
                        Figures.rate(figures.ofSeen()),
                        Figures.rate(figures.upperOfSeen())));
        version.userInterval()
                .ifPresent(interval -> console.say(String.format(
                        Locale.ROOT,
                        "  taking a user's results together: %.1f–%.1f %% (design effect %.2f)",
                        PERCENT * interval.low(),
                        PERCENT * interval.high(),
                        version.designEffect().orElse(1))));
        console.say("  severity of edits %s, over 0.2 %s; added per 1,000 requests %s; complaints %s"
                .formatted(
                        figures.meanSeverityOfEdits().isPresent()
                                ? Figures.score(figures.meanSeverityOfEdits().getAsDouble())
                                : "not measured (no edits)",
                        Figures.rate(figures.heavy()),
                        Figures.millis(figures.addedPerThousand()),
                        Figures.rate(figures.complaints())));
        sayTimes(console, version, "capture to display", VersionFigures.TOTAL);
        sayTimes(console, version, "file to display (shutter not seen)", VersionFigures.TOTAL_FROM_FILE);
        for (String part : EventTimes.ORDER) {
            sayTimes(console, version, "  " + part, part);
        }
    }

    private static void sayTimes(Console console, VersionFigures version, String name, String part) {
        var times = version.times(part);
        if (times.count() > 0) {
            console.say("  %-34s p50 %8s  p95 %8s  p99 %8s ms, n %,d"
                    .formatted(
                            name,
                            Figures.millis(times.percentile(P50)),
                            Figures.millis(times.percentile(P95)),
                            Figures.millis(times.percentile(P99)),
                            times.count()));
        }
    }

    private static void say(Console console, SequentialComparison comparison) {
        if (comparison.last().isEmpty()) {
            console.say("%s and %s were never judged on the same day: not comparable"
                    .formatted(comparison.first(), comparison.second()));
            return;
        }
        SequentialComparison.Look look = comparison.last().get();
        String interval = look.interval()
                .map(of -> String.format(Locale.ROOT, " (%.1f to %.1f)", PERCENT * of.low(), PERCENT * of.high()))
                .orElse("");
        console.say(String.format(
                        Locale.ROOT,
                        "%s minus %s: %+.1f points%s, p %.4f, valid at every look, ",
                        comparison.second(),
                        comparison.first(),
                        PERCENT * look.difference(),
                        interval,
                        look.p())
                + comparison.decidedOn().map(day -> "decided on " + day).orElse("not decided"));
        comparison.assignmentP().stream()
                .filter(p -> p < 0.001)
                .forEach(p -> console.say(
                        "  users are not split in equal shares (p %.2g): if they should be, the assignment is broken"
                                .formatted(p)));
    }
}
