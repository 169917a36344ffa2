package sigmark.app.cli.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.analysis.verdict.Outcome;
import sigmark.analysis.verdict.VerdictJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.PipelineChoice;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.Installation;
import sigmark.app.work.PipelineRuns;
import sigmark.app.work.train.DetectorLesson;
import sigmark.app.work.train.DetectorWish;
import sigmark.app.work.train.IterationWork;
import sigmark.app.work.train.Lesson;
import sigmark.app.work.train.ProjectCrops;
import sigmark.app.work.train.ProjectPages;
import sigmark.app.work.train.RecognizerLesson;
import sigmark.app.work.train.RecognizerWish;
import sigmark.app.work.train.RunFolder;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Progress;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "iterate",
        description = "One round: trains a model on the project's labels, runs its pipeline, evaluates, judges by the"
                + " requirement sheet, and adds a row to the project's iterations. Broken off while training, the same"
                + " command goes on.",
        mixinStandardHelpOptions = true)
final class IterateCommand implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Mixin
    private PipelineChoice choice = new PipelineChoice();

    /** What a round may train. */
    enum Module {
        recognizer,
        detector,
        none
    }

    @CommandLine.Option(
            names = "--train",
            defaultValue = "recognizer",
            description =
                    "recognizer, detector, or none to run --pipeline as it is (default ${DEFAULT-VALUE}); the trained"
                            + " model's pipeline is run otherwise")
    private Module module = Module.recognizer;

    @CommandLine.Option(
            names = "--name",
            defaultValue = "",
            description = "of the model; its version is the first free; otherwise the project's name")
    private String name = "";

    @CommandLine.Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "go on from this model, such as recognizer-1; otherwise a new network")
    private Optional<String> from = Optional.empty();

    @CommandLine.Option(
            names = "--query",
            defaultValue = "state:accepted",
            description = "which labels to train on (default ${DEFAULT-VALUE}); the test split is never used")
    private String query = "state:accepted";

    @CommandLine.Option(
            names = "--share",
            defaultValue = "0.5",
            description = "share of the project's data; the rest is drawn (default ${DEFAULT-VALUE})")
    private double share = 0.5;

    @CommandLine.Option(names = "--architecture", paramLabel = "FILE.yaml", description = "as train takes it")
    private Optional<Path> architecture = Optional.empty();

    @CommandLine.Option(names = "--steps", defaultValue = "2000", description = "default ${DEFAULT-VALUE}")
    private long steps = 2000;

    @CommandLine.Option(
            names = "--batch",
            defaultValue = "0",
            description = "samples a step; otherwise 16 crops or 4 patches")
    private int batch;

    @CommandLine.Option(names = "--patience", defaultValue = "0", description = "as train takes it")
    private int patience;

    @CommandLine.Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "of the training; as train --run takes it")
    private Optional<Path> folder = Optional.empty();

    @CommandLine.Option(
            names = "--split",
            defaultValue = "test",
            description = "pages to run over: train, validation, test or all (default ${DEFAULT-VALUE})")
    private String split = "test";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        SliceQuery pages = pages();
        try (ProjectStore store = project.open()) {
            var pipelines = Installation.pipelines();
            var work = new IterationWork(store, new PipelineRuns(pipelines, Clock.systemUTC()), pipelines.models());
            List<TrainingReport> reports = new ArrayList<>();
            Optional<IterationWork.Round> round =
                    work.go(lesson(store, console), choice.pipeline(), pages, choice.device(), steps(console, reports));
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            if (!reports.isEmpty()) {
                document.set("training", TrainOptions.json(reports.get(reports.size() - 1)));
            }
            round.ifPresentOrElse(
                    each -> say(console, each, document),
                    () -> console.say("broken off; no row was added. The same command goes on with the training"));
            return document;
        }
    }

    private SliceQuery pages() {
        return switch (split) {
            case "all" -> SliceQuery.ALL;
            case "train", "validation", "test" -> SliceQuery.parse("split:" + split);
            default -> throw wrong("--split takes train, validation, test or all, not '%s'".formatted(split));
        };
    }

    private Optional<Lesson> lesson(ProjectStore store, Console console) {
        if (module == Module.none) {
            return Optional.empty();
        }
        String model = name.isEmpty() ? modelName(store.info().name()) : name;
        RunFolder run = folder.map(RunFolder::new).orElseGet(() -> RunFolder.named(RunFolder.ofMachine(), model));
        TrainOptions.sayWhereItGoesOn(console, run);
        SliceQuery labels = SliceQuery.parse(query);
        try {
            if (module == Module.detector) {
                var wish = new DetectorWish(
                        model, from, List.of(), share, architecture, steps, batch == 0 ? 4 : batch, patience, 2);
                return Optional.of(new DetectorLesson(
                        wish, Optional.of(new ProjectPages(store, labels)), run, TrainOptions.shelf()));
            }
            var wish = new RecognizerWish(
                    model,
                    from,
                    List.of(),
                    share,
                    List.of(),
                    architecture,
                    steps,
                    batch == 0 ? 16 : batch,
                    100,
                    patience);
            return Optional.of(new RecognizerLesson(
                    wish, Optional.of(new ProjectCrops(store, labels)), run, TrainOptions.shelf()));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** A project's name as a model's: what cannot stand there becomes a hyphen. */
    private static String modelName(String project) {
        String plain = project.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        return plain.isEmpty() ? "model" : plain.toLowerCase(Locale.ROOT);
    }

    private static IterationWork.Steps steps(Console console, List<TrainingReport> reports) {
        return new IterationWork.Steps() {
            @Override
            public void trained(TrainingReport report) {
                reports.add(report);
                TrainOptions.tell(console, report);
            }

            @Override
            public Progress of(String step) {
                return step.equals("train") ? TrainOptions.quiet() : console.progress(step);
            }
        };
    }

    private static void say(Console console, IterationWork.Round round, ObjectNode document) {
        var judged = round.judged();
        console.say("iteration %d: %srun %d of %s; %d met, %d missed, %d undecided"
                .formatted(
                        round.row().number(),
                        round.model().map(model -> "trained " + model + ", ").orElse(""),
                        round.run().id(),
                        round.run().pipeline(),
                        judged.count(Outcome.MET),
                        judged.count(Outcome.MISSED),
                        judged.count(Outcome.UNDECIDED)));
        round.model().ifPresent(model -> document.put("model", model));
        document.put("iteration", round.row().number());
        document.put("run", round.run().id());
        document.set("evaluation", EvaluationJson.document(round.evaluation()));
        document.set(
                "judge", VerdictJson.document(round.run().id(), judged.sheet().version(), judged.verdicts()));
    }

    private CommandLine.ParameterException wrong(String words) {
        return new CommandLine.ParameterException(command.commandLine(), words);
    }
}
