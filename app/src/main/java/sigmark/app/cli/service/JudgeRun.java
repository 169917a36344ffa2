package sigmark.app.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import picocli.CommandLine;
import sigmark.analysis.verdict.IterationRows;
import sigmark.analysis.verdict.LineVerdict;
import sigmark.analysis.verdict.Outcome;
import sigmark.analysis.verdict.VerdictJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.ServiceWork;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.store.ProjectStore;

/** A run held against the sheet: {@code sigmark judge}. */
@CommandLine.Command(
        name = "judge",
        description = "Judges a run by the requirement sheet, line by line: met, missed or undecided.",
        mixinStandardHelpOptions = true)
public final class JudgeRun implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--run", paramLabel = "ID", description = "otherwise the newest finished run")
    private OptionalLong run = OptionalLong.empty();

    @CommandLine.Option(names = "--iteration", description = "keeps the verdict as a row of the iterations table")
    private boolean iteration;

    @CommandLine.Option(
            names = "--training",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "with --iteration: what was trained for this run")
    private String training = "";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            long id = run.orElseGet(() -> newest(store));
            ServiceWork.Judged judged = new ServiceWork(store).judge(id, console.progress("judge"));
            say(console, judged);
            ObjectNode document = VerdictJson.document(id, judged.sheet().version(), judged.verdicts());
            if (iteration) {
                long number = IterationRows.keep(store, judged.sheet(), judged.run(), training, judged.verdicts())
                        .number();
                console.say("kept as iteration " + number);
                document.put("iteration", number);
            }
            return document;
        }
    }

    static long newest(ProjectStore store) {
        return store.runs().list().stream()
                .filter(StoredRun::finished)
                .mapToLong(StoredRun::id)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("evaluation.no-run", store.info().name(), "run", "–")));
    }

    private static void say(Console console, ServiceWork.Judged judged) {
        console.say("run %d, pipeline %s, by sheet %d: %d met, %d missed, %d undecided"
                .formatted(
                        judged.run().id(),
                        judged.run().pipeline(),
                        judged.sheet().version(),
                        judged.count(Outcome.MET),
                        judged.count(Outcome.MISSED),
                        judged.count(Outcome.UNDECIDED)));
        for (LineVerdict verdict : judged.verdicts()) {
            Measure.Unit unit = verdict.line().measure().map(Measure::unit).orElse(Measure.Unit.COUNT);
            console.say("%-5s %-10s %-20s %-24s %-14s %s (%s)  n %,d%s"
                    .formatted(
                            verdict.line().id(),
                            verdict.outcome().word(),
                            verdict.line()
                                    .measure()
                                    .map(Measure::word)
                                    .orElse(verdict.line().kind().word()),
                            verdict.line().slice().isEmpty()
                                    ? "all"
                                    : verdict.line().slice(),
                            Requirements.bound(verdict.line()),
                            number(verdict.measured(), unit),
                            verdict.interval()
                                    .map(range -> number(OptionalDouble.of(range.low()), unit) + "–"
                                            + number(OptionalDouble.of(range.high()), unit))
                                    .orElse("no interval"),
                            verdict.samples(),
                            verdict.missing().isPresent()
                                    ? ", %,d more decide"
                                            .formatted(verdict.missing().getAsLong())
                                    : ""));
            verdict.reason().ifPresent(reason -> console.say("      " + console.words(reason)));
        }
    }

    private static String number(OptionalDouble value, Measure.Unit unit) {
        if (value.isEmpty()) {
            return "not measured";
        }
        return switch (unit) {
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value.getAsDouble());
            case SCORE -> String.format(Locale.ROOT, "%.3f", value.getAsDouble());
            case MILLIS -> String.format(Locale.ROOT, "%,.1f ms", value.getAsDouble());
            case RATE -> String.format(Locale.ROOT, "%.2f/s", value.getAsDouble());
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value.getAsDouble());
        };
    }
}
