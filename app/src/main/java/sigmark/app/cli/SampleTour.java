package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.app.base.settings.AppFolders;
import sigmark.app.work.Installation;
import sigmark.app.work.PipelineRuns;
import sigmark.app.work.Reports;
import sigmark.app.work.RunWish;
import sigmark.app.work.sample.RecordedRun;
import sigmark.app.work.sample.SampleProject;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/**
 * What the window's first look shows, without a window: runs the default pipeline over a copy of the sample project,
 * prints the evaluation and names the report.
 */
@CommandLine.Command(
        name = "sample",
        description = "Runs the default pipeline over a copy of the sample project and prints its evaluation.",
        mixinStandardHelpOptions = true)
final class SampleTour implements Command {
    @CommandLine.Option(
            names = "--to",
            paramLabel = "DIR",
            description = "where the copy goes; otherwise a new folder in the user's data")
    private Optional<Path> target = Optional.empty();

    @CommandLine.Option(
            names = "--record",
            paramLabel = "NAME,…",
            split = ",",
            description =
                    "instead, runs these pipelines over the test pages and writes each run as the sample ships it,"
                            + " beside the copy")
    private List<String> record = List.of();

    @Override
    public JsonNode run(Console console) {
        Path folder = target.orElseGet(SampleTour::newFolder);
        SampleProject.create(folder, ProjectArgument.author(Optional.empty()), console.progress("sample"));
        console.say("sample project: " + folder);
        try (ProjectStore store = ProjectStore.open(folder, ProjectArgument.author(Optional.empty()))) {
            if (!record.isEmpty()) {
                return record(console, store, folder);
            }
            var wish = new RunWish(Pipelines.DEFAULT, SliceQuery.parse("state:accepted"), DeviceWish.AUTO, true, 2);
            StoredRun run = new PipelineRuns(Installation.pipelines(), Clock.systemUTC())
                    .run(store, wish, console.progress("run"), PipelineRuns.PageListener.NONE);
            Evaluation evaluation = new Evaluator(store, run.id()).evaluate(console.progress("evaluate"));
            Evaluate.say(console, evaluation);
            Path report = Reports.write(store, evaluation, Locale.getDefault(), console.progress("report"));
            console.say("report: " + report);
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("project", folder.toString())
                    .put("run", run.id())
                    .put("report", report.toString());
        }
    }

    private JsonNode record(Console console, ProjectStore store, Path folder) {
        var runs = new PipelineRuns(Installation.pipelines(), Clock.systemUTC());
        var files = JsonNodeFactory.instance.arrayNode();
        for (String pipeline : record) {
            var wish = new RunWish(pipeline, SliceQuery.parse("split:test"), DeviceWish.CPU, true, 1);
            StoredRun run = runs.run(store, wish, console.progress("run"), PipelineRuns.PageListener.NONE);
            Path file = folder.resolveSibling("run-" + pipeline + ".jsonl");
            try {
                Files.write(file, RecordedRun.write(store, run));
            } catch (IOException failed) {
                throw new ProblemException(
                        Problem.of("cli.not-written", file.toString(), "reason", String.valueOf(failed.getMessage())),
                        failed);
            }
            console.say("recorded: " + file);
            files.add(file.toString());
        }
        return JsonNodeFactory.instance.objectNode().set("recorded", files);
    }

    private static Path newFolder() {
        Path data = AppFolders.ofMachine().data();
        try {
            Files.createDirectories(data);
            Path parent = Files.createTempDirectory(data, "sample-");
            return parent.resolve("sample");
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("cli.not-written", data.toString(), "reason", String.valueOf(failed.getMessage())),
                    failed);
        }
    }
}
