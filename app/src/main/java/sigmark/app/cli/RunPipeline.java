package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.timing.RunTimes;
import sigmark.app.work.Installation;
import sigmark.app.work.PipelineRuns;
import sigmark.app.work.RunWish;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "run",
        description = "Runs a pipeline over pages and keeps predictions and times as a run of the project.",
        mixinStandardHelpOptions = true)
final class RunPipeline implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Mixin
    private PipelineChoice choice = new PipelineChoice();

    @CommandLine.Option(names = "--split", description = "train, validation or test; otherwise all pages")
    private Optional<String> split = Optional.empty();

    @CommandLine.Option(names = "--query", description = "which pages, in the query language; beside --split")
    private Optional<String> query = Optional.empty();

    @CommandLine.Option(
            names = "--warm-up",
            paramLabel = "PAGES",
            defaultValue = "2",
            description = "first pages whose times are kept apart (default ${DEFAULT-VALUE})")
    private int warmUp = 2;

    @CommandLine.Option(
            names = "--no-true-boxes",
            description = "skip reading the labeled boxes, which scores the recognizer alone")
    private boolean noTrueBoxes;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        SliceQuery pages = pages();
        var wish = new RunWish(choice.pipeline(), pages, choice.device(), !noTrueBoxes, warmUp);
        try (ProjectStore store = project.open()) {
            StoredRun run = new PipelineRuns(Installation.pipelines(), Clock.systemUTC())
                    .run(store, wish, console.progress("run"), (page, prediction) -> prediction
                            .failure()
                            .ifPresent(problem -> console.note(named(page) + console.words(problem))));
            RunTimes times = RunTimes.of(
                    run.warmUpPages(), store.runs().predictions(run.id()).values());
            RunText.say(console, run, times);
            return RunText.json(run, times);
        }
    }

    private SliceQuery pages() {
        SliceQuery asked = ProjectArgument.query(query);
        if (split.isEmpty()) {
            return asked;
        }
        Split chosen = Split.ofWord(split.get())
                .orElseThrow(() -> new CommandLine.ParameterException(
                        command.commandLine(),
                        "--split takes train, validation or test, not '%s'".formatted(split.get())));
        return SliceQuery.parse("split:" + chosen.word()).and(asked);
    }

    private static String named(Page page) {
        return page.name() + ": ";
    }
}
