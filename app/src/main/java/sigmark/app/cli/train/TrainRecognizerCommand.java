package sigmark.app.cli.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.work.train.ProjectCrops;
import sigmark.app.work.train.RecognizerLesson;
import sigmark.app.work.train.RecognizerWish;
import sigmark.app.work.train.RunFolder;
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
        RunFolder run = options.run();
        TrainOptions.sayWhereItGoesOn(console, run);
        return TrainOptions.learn(console, new RecognizerLesson(wish(), project, run, TrainOptions.shelf()), run);
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
