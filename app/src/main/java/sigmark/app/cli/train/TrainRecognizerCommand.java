package sigmark.app.cli.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.work.train.Lesson;
import sigmark.app.work.train.ProjectCrops;
import sigmark.app.work.train.RecognizerLesson;
import sigmark.app.work.train.RecognizerWish;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Progress;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "recognizer",
        description =
                "Trains an image-to-LaTeX model from drawn formulas, a project's labels, or both, and puts it beside"
                        + " the old ones with a pipeline of its name. Broken off (Ctrl-C, a kill), the same command goes"
                        + " on.",
        mixinStandardHelpOptions = true)
final class TrainRecognizerCommand implements Command {
    @CommandLine.Mixin
    private TrainOptions options = new TrainOptions();

    @CommandLine.Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "go on from this model, such as recognizer-1; otherwise a new network")
    private Optional<String> from = Optional.empty();

    @CommandLine.Option(
            names = "--crops",
            paramLabel = "LIST.jsonl",
            description = "crops in files, as export --model recognizer and synthesize write them")
    private List<Path> crops = List.of();

    @CommandLine.Option(
            names = "--share",
            defaultValue = "0.5",
            description =
                    "share of crops from the project and the lists; the others are drawn (default ${DEFAULT-VALUE})")
    private double share = 0.5;

    @CommandLine.Option(
            names = "--formulas",
            paramLabel = "FILE",
            description = "formulas to draw, one a line, beside the program's own grammar")
    private List<Path> formulas = List.of();

    @CommandLine.Option(
            names = "--architecture",
            paramLabel = "FILE.yaml",
            description = "channels, blocks, width, heads, inner, layers, maxTokens, scaling")
    private Optional<Path> architecture = Optional.empty();

    @CommandLine.Option(names = "--steps", defaultValue = "2000", description = "default ${DEFAULT-VALUE}")
    private long steps = 2000;

    @CommandLine.Option(names = "--batch", defaultValue = "16", description = "crops a step (default ${DEFAULT-VALUE})")
    private int batch = 16;

    @CommandLine.Option(
            names = "--longest",
            defaultValue = "100",
            description = "longest formula, in pieces of the vocabulary (default ${DEFAULT-VALUE})")
    private int longest = 100;

    @CommandLine.Option(
            names = "--patience",
            defaultValue = "0",
            description = "looks at other data without a better loss that end it early; 0 for never")
    private int patience;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        Optional<Path> project = options.project();
        if (project.isEmpty()) {
            return learn(console, Optional.empty());
        }
        try (ProjectStore store = options.open(project.get())) {
            return learn(console, Optional.of(new ProjectCrops(store, SliceQuery.parse(options.query()))));
        }
    }

    private JsonNode learn(Console console, Optional<ProjectCrops> project) {
        RecognizerLesson lesson = new RecognizerLesson(wish(), project, options.run(), TrainOptions.shelf());
        if (lesson.goesOn()) {
            console.note("going on in " + options.run() + " as that run began");
        }
        return answer(console, lesson, options.run());
    }

    /** Learns, tells, and gives the document; for both trainings. */
    static JsonNode answer(Console console, Lesson lesson, Path run) {
        List<TrainingReport> reports = new ArrayList<>();
        Optional<String> model = lesson.learn(
                report -> {
                    reports.add(report);
                    TrainOptions.tell(console, report);
                },
                new Progress() {
                    @Override
                    public void update(long done, long total, String item) {}

                    @Override
                    public boolean cancelled() {
                        return Thread.currentThread().isInterrupted();
                    }
                });
        console.say(model.map(name -> "trained " + name + "; try it with --pipeline " + name)
                .orElse("broken off; the same command goes on"));
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("run", run.toString());
        model.ifPresent(name -> document.put("model", name));
        reports.stream().skip(Math.max(0, reports.size() - 1)).forEach(report -> {
            document.put("steps", report.step())
                    .put("samples", report.samples())
                    .put("cpuSeconds", report.cpuSeconds())
                    .put("loss", report.loss());
            if (!report.validation().isEmpty()) {
                document.put("validationLoss", report.validation().get(0))
                        .put("validationAccuracy", report.validation().get(1));
            }
        });
        return document;
    }

    private RecognizerWish wish() {
        try {
            return new RecognizerWish(
                    options.name(), from, crops, share, formulas, architecture, steps, batch, longest, patience);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
