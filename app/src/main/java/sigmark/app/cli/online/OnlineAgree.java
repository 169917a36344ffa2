package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import picocli.CommandLine;
import sigmark.analysis.foresight.Check;
import sigmark.analysis.foresight.Drift;
import sigmark.analysis.foresight.ForesightJson;
import sigmark.analysis.foresight.ForesightReport;
import sigmark.analysis.foresight.Sides;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.Figures;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.store.ProjectStore;

/** Whether the offline test predicts what users do: {@code sigmark online agree}. */
@CommandLine.Command(
        name = "agree",
        description = "Does offline predict online? Versions, slices and samples seen on both sides, drift of the live"
                + " input, and live pages that the test set should gain.",
        mixinStandardHelpOptions = true)
final class OnlineAgree implements Command {
    private static final int MOST_SAID = 10;

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = ProjectStore.openReadOnly(project.path(), project.author())) {
            ForesightReport report = ForesightReport.of(store, console.progress("agree"));
            say(console, report);
            return ForesightJson.document(report);
        }
    }

    private static void say(Console console, ForesightReport report) {
        console.say(
                switch (report.statement()) {
                    case AGREES -> "agrees: what is better offline is edited less";
                    case DISAGREES -> "disagrees: see what breaks it";
                    case NOT_ENOUGH -> "not enough evidence: see what is missing";
                });
        report.checks().forEach(check -> say(console, check));
        report.offlineOnly().forEach(version -> console.say("version %s was never run here".formatted(version)));
        for (Sides sides : report.versions()) {
            console.say("%-32s offline wrong %s, online edited %s"
                    .formatted(sides.name(), Figures.rate(sides.offline()), Figures.rate(sides.online())));
        }
        for (Sides sides : report.slices()) {
            console.say("  %-30s offline wrong %s, online edited %s"
                    .formatted(sides.name(), Figures.rate(sides.offline()), Figures.rate(sides.online())));
        }
        report.samples()
                .byDoubt()
                .ifPresent(auc -> console.say(String.format(
                        Locale.ROOT,
                        "the model's own doubt foretells edits with AUC %.3f (%.3f–%.3f)",
                        auc.value(),
                        auc.interval().low(),
                        auc.interval().high())));
        for (Drift drift : report.drifts()) {
            console.say(String.format(
                    Locale.ROOT,
                    "drift of %s: stability index %.3f, p %.3g",
                    drift.tag(),
                    drift.index().orElse(Double.NaN),
                    drift.p().orElse(Double.NaN)));
        }
        if (!report.proposals().isEmpty()) {
            console.say("%d live requests would bring the test set nearer to the traffic"
                    .formatted(report.proposals().size()));
            report.proposals().stream()
                    .limit(MOST_SAID)
                    .forEach(proposal -> console.say("  %s (%s)".formatted(proposal.requestId(), proposal.slice())));
        }
    }

    private static void say(Console console, Check check) {
        StringBuilder line = new StringBuilder(
                "  %-9s %-4s".formatted(check.about().word(), check.state().word()));
        check.measured().ifPresent(value -> line.append(String.format(Locale.ROOT, " %.3f", value)));
        check.interval()
                .ifPresent(range -> line.append(String.format(Locale.ROOT, " (%.3f–%.3f)", range.low(), range.high())));
        line.append(", n %,d".formatted(check.samples()));
        check.missing().ifPresent(more -> line.append(", missing %,d".formatted(more)));
        if (!check.breakers().isEmpty()) {
            line.append("; against: ")
                    .append(String.join(
                            ", ",
                            check.breakers()
                                    .subList(
                                            0,
                                            Math.min(MOST_SAID, check.breakers().size()))));
        }
        console.say(line.toString());
    }
}
