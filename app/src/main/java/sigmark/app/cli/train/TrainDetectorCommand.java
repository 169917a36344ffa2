package sigmark.app.cli.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.work.train.DetectorLesson;
import sigmark.app.work.train.DetectorWish;
import sigmark.app.work.train.ProjectPages;
import sigmark.app.work.train.RunFolder;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "detector",
        description =
                "Trains a model that finds formulas on pages, from drawn pages, a project's finished pages, or both,"
                        + " and puts it beside the old ones with a pipeline of its name. Broken off (Ctrl-C, a kill), the"
                        + " same command goes on.",
        mixinStandardHelpOptions = true)
final class TrainDetectorCommand implements Command {
    @CommandLine.Mixin
    private TrainOptions options = new TrainOptions();

    @CommandLine.Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "go on from this model, such as detector-1; otherwise a new network")
    private Optional<String> from = Optional.empty();

    @CommandLine.Option(
            names = "--pages",
            paramLabel = "LIST.jsonl",
            description = "labeled pages in files, as export --model detector and synthesize write them")
    private List<Path> pages = List.of();

    @CommandLine.Option(
            names = "--share",
            defaultValue = "0.5",
            description =
                    "share of pages from the project and the lists; the others are drawn (default ${DEFAULT-VALUE})")
    private double share = 0.5;

    @CommandLine.Option(
            names = "--architecture",
            paramLabel = "FILE.yaml",
            description = "channels (strides 4, 8, 16, 32, 64), blocks (8 to 64), topDown")
    private Optional<Path> architecture = Optional.empty();

    @CommandLine.Option(names = "--steps", defaultValue = "2000", description = "default ${DEFAULT-VALUE}")
    private long steps = 2000;

    @CommandLine.Option(
            names = "--batch",
            defaultValue = "4",
            description = "patches of 384×192 pixels a step (default ${DEFAULT-VALUE})")
    private int batch = 4;

    @CommandLine.Option(
            names = "--patience",
            defaultValue = "0",
            description = "looks at other data without a better loss that end it early; 0 for never")
    private int patience;

    @CommandLine.Option(
            names = "--scored",
            paramLabel = "PAGES",
            defaultValue = "6",
            description = "drawn pages never trained on, for the card's scores (default ${DEFAULT-VALUE})")
    private int scored = 6;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        Optional<Path> project = options.project();
        if (project.isEmpty()) {
            return learn(console, Optional.empty());
        }
        try (ProjectStore store = options.open(project.get())) {
            return learn(console, Optional.of(new ProjectPages(store, SliceQuery.parse(options.query()))));
        }
    }

    private JsonNode learn(Console console, Optional<ProjectPages> project) {
        RunFolder run = options.run();
        TrainOptions.sayWhereItGoesOn(console, run);
        return TrainOptions.learn(console, new DetectorLesson(wish(), project, run, TrainOptions.shelf()), run);
    }

    private DetectorWish wish() {
        try {
            return new DetectorWish(options.name(), from, pages, share, architecture, steps, batch, patience, scored);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
