package sigmark.app.cli.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.compare.CandidatePoint;
import sigmark.analysis.compare.ComparisonJson;
import sigmark.analysis.compare.RunComparison;
import sigmark.analysis.compare.RunTournament;
import sigmark.analysis.compare.SliceComparison;
import sigmark.analysis.compare.SliceComparisons;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.quality.QualitySurvey;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.Figures;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.InstalledWeights;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.verdict.VerdictStore;

/** Runs pair by pair: {@code sigmark compare}. */
@CommandLine.Command(
        name = "compare",
        description = "Compares two or more runs on the formulas that both took: who is nearer to the truth where, and"
                + " whether it is more than chance; accuracy against time and size; the verdicts on them.",
        mixinStandardHelpOptions = true)
public final class CompareRuns implements Command {
    private static final double SIGNIFICANT = 0.05;

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(
            names = "--runs",
            required = true,
            split = ",",
            paramLabel = "ID",
            description = "two or more runs, with commas between")
    private List<Long> runs = new ArrayList<>();

    @CommandLine.Option(names = "--quality", description = "also slices by picture quality: decodes every page")
    private boolean quality;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        if (runs.stream().distinct().count() < 2 || runs.stream().distinct().count() != runs.size()) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--runs takes two or more different runs, such as --runs 3,4");
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        try (ProjectStore store = project.open()) {
            List<Evaluation> evaluations = new ArrayList<>();
            for (long run : runs) {
                evaluations.add(new Evaluator(store, run).evaluate(console.progress("evaluate run " + run)));
            }
            points(console, document, evaluations);
            duels(console, document, evaluations);
            Evaluation first = evaluations.get(0);
            QualitySurvey survey = quality
                    ? QualitySurvey.of(store, first.samples(), console.progress("measure"))
                    : QualitySurvey.NONE;
            for (Evaluation other : evaluations.subList(1, evaluations.size())) {
                slices(console, document, first, other, survey);
            }
            verdicts(console, document, store);
        }
        return document;
    }

    private static void points(Console console, ObjectNode document, List<Evaluation> evaluations) {
        console.say("%-6s %-24s %-32s %-8s %10s %12s".formatted("run", "pipeline", "found and right", "CDM", "ms", ""));
        var weights = new InstalledWeights();
        for (CandidatePoint point : CandidatePoint.of(evaluations, weights::of)) {
            console.say("%-6d %-24s %-32s %-8s %10s %12s%s"
                    .formatted(
                            point.run().id(),
                            point.run().pipeline(),
                            Figures.rate(point.right()),
                            point.cdm().isPresent() ? Figures.score(point.cdm().getAsDouble()) : "–",
                            Figures.millis(point.medianMillis()),
                            point.weights().isPresent()
                                    ? "%,d weights".formatted(point.weights().getAsLong())
                                    : "size unknown",
                            point.front() ? "  not beaten in all" : ""));
            document.withArray("candidates").add(ComparisonJson.point(point));
        }
    }

    private static void duels(Console console, ObjectNode document, List<Evaluation> evaluations) {
        for (RunTournament.Duel duel : RunTournament.of(evaluations).duels()) {
            RunComparison comparison = duel.comparison();
            console.say("run %d against run %d on %,d formulas: nearer %,d, farther %,d, equal %,d"
                    .formatted(
                            duel.first(),
                            duel.second(),
                            comparison.exact().n(),
                            comparison.wins().size(),
                            comparison.losses().size(),
                            comparison.ties().size()));
            console.say("  right only in %d: %,d, only in %d: %,d; p %s after correction: %s"
                    .formatted(
                            duel.first(),
                            comparison.exact().onlyFirst(),
                            duel.second(),
                            comparison.exact().onlySecond(),
                            Figures.score(duel.adjustedP()),
                            duel.adjustedP() < SIGNIFICANT ? "more than chance" : "may be chance"));
            comparison
                    .bootstrap()
                    .ifPresent(mean -> console.say("  token distance, first minus second: "
                            + Figures.mean(
                                    java.util.OptionalDouble.of(mean.estimate()), Optional.of(mean.percentile()))));
            document.withArray("duels").add(ComparisonJson.duel(duel));
        }
    }

    private static void slices(
            Console console, ObjectNode document, Evaluation first, Evaluation other, QualitySurvey survey) {
        List<SliceComparison> slices = SliceComparisons.of(first, other, survey);
        ObjectNode pair = document.withArray("slices").addObject();
        pair.put("first", first.run().id()).put("second", other.run().id());
        for (SliceComparison slice : slices) {
            pair.withArray("slices").add(ComparisonJson.slice(slice));
            if (slice.adjustedP() < SIGNIFICANT) {
                console.say("  %-24s only %d right: %,d, only %d right: %,d, p %s"
                        .formatted(
                                slice.name(),
                                first.run().id(),
                                slice.comparison().exact().onlyFirst(),
                                other.run().id(),
                                slice.comparison().exact().onlySecond(),
                                Figures.score(slice.adjustedP())));
            }
        }
    }

    private void verdicts(Console console, ObjectNode document, ProjectStore store) {
        var kept = document.putArray("verdicts");
        new VerdictStore(store)
                .list().stream()
                        .filter(verdict -> runs.contains(verdict.draft().runId()))
                        .forEach(verdict -> {
                            console.say(KeepVerdict.line(verdict));
                            kept.add(KeepVerdict.json(verdict));
                        });
    }
}
