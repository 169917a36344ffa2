package sigmark.app.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.plan.DataPlan;
import sigmark.analysis.plan.PlanJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.LearningPoints;
import sigmark.app.work.ServiceWork;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.project.Split;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.slice.SplitRatios;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.SplitOutcome;

/** Data that the sheet asks for: {@code sigmark plan}. */
@CommandLine.Command(
        name = "plan",
        description = "Data that the requirement sheet asks for: wanted, there and missing, for training and test.",
        mixinStandardHelpOptions = true)
public final class PlanData implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(
            names = "--draw-test",
            paramLabel = "SHARE",
            description = "draws a test set of that share from the pages without a split; the others become training")
    private Optional<Double> drawTest = Optional.empty();

    @CommandLine.Option(
            names = "--learning",
            paramLabel = "POINTS.jsonl",
            description = "keeps results of trainings on nested subsets, one a line")
    private Optional<Path> learning = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        drawTest.ifPresent(share -> {
            if (!(share > 0 && share < 1)) {
                throw new CommandLine.ParameterException(command.commandLine(), "--draw-test takes a share under 1");
            }
        });
        try (ProjectStore store = project.open()) {
            ServiceWork work = new ServiceWork(store);
            RequirementSheet sheet = work.sheet().sheet();
            learning.ifPresent(file -> keep(console, work, file));
            Optional<SplitOutcome> drawn = drawTest.map(share -> draw(console, store, sheet, share));
            DataPlan plan = DataPlan.of(sheet, work.counter(), work.store().points());
            say(console, plan);
            ObjectNode document = PlanJson.document(plan);
            drawn.ifPresent(outcome -> document.putObject("drawn")
                    .put("test", outcome.pages().getOrDefault(Split.TEST, 0))
                    .put("train", outcome.pages().getOrDefault(Split.TRAIN, 0))
                    .put("nearDuplicateGroups", outcome.groups()));
            return document;
        }
    }

    private static void keep(Console console, ServiceWork work, Path file) {
        try {
            int kept = work.store().keepPoints(LearningPoints.read(Files.readString(file), file.toString()));
            console.say("%d results of trainings kept".formatted(kept));
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of(
                            "requirement.no-file", file.toString(), "reason", String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
    }

    private static SplitOutcome draw(Console console, ProjectStore store, RequirementSheet sheet, double share) {
        SplitOutcome outcome = store.assignSplits(
                new SplitRatios(1 - share, 0, share),
                sheet.plan().seed(),
                SliceQuery.parse("split:none -state:untouched"));
        console.say(
                "test set drawn with seed %d: %,d pages to test, %,d to training, %,d groups of near duplicates kept together"
                        .formatted(
                                sheet.plan().seed(),
                                outcome.pages().getOrDefault(Split.TEST, 0),
                                outcome.pages().getOrDefault(Split.TRAIN, 0),
                                outcome.groups()));
        return outcome;
    }

    private static void say(Console console, DataPlan plan) {
        for (DataPlan.Cell cell : plan.cells()) {
            console.say("%-28s %-11s %-9s %,8d of %s %s  %s"
                    .formatted(
                            cell.slice().isEmpty() ? "all" : cell.slice(),
                            cell.module().word(),
                            cell.purpose().word(),
                            cell.have(),
                            cell.wanted().isPresent()
                                    ? String.format(
                                            Locale.ROOT, "%,d", cell.wanted().getAsLong())
                                    : "no number (" + cell.source().word() + ")",
                            Truth.inPages(cell.module()) ? "pages" : "regions",
                            cell.missing() > 0 ? String.format(Locale.ROOT, "missing %,d", cell.missing()) : ""));
        }
        console.say("missing in all: %,d regions, %,d pages; %,.0f %s, %.1f weeks with %d labelers"
                .formatted(
                        plan.missingRegions(),
                        plan.missingPages(),
                        plan.cost(),
                        plan.terms().currency(),
                        plan.weeks(),
                        plan.terms().labelers()));
    }
}
