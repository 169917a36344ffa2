package sigmark.app.cli.train;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.base.settings.AppFolders;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.Installation;
import sigmark.app.work.train.ModelShelf;
import sigmark.inference.training.TrainingReport;
import sigmark.labeling.edit.Author;
import sigmark.labeling.store.ProjectStore;

/** What both trainings ask: a name, a project, a folder for the run. */
final class TrainOptions {
    @CommandLine.Option(
            names = "--name",
            required = true,
            description = "of the new model; its version is the first free")
    private String name = "";

    @CommandLine.Option(names = "--project", paramLabel = "PROJECT", description = "train on its labels too")
    private Optional<Path> project = Optional.empty();

    @CommandLine.Option(
            names = "--query",
            defaultValue = "state:accepted",
            description = "which of the project's labels (default ${DEFAULT-VALUE}); its test split is never used")
    private String query = "state:accepted";

    @CommandLine.Option(
            names = "--run",
            paramLabel = "DIR",
            description = "folder of the run; one that was broken off goes on there as it began")
    private Optional<Path> run = Optional.empty();

    @CommandLine.Option(names = "--as", paramLabel = "NAME", description = "who opens the project")
    private Optional<String> person = Optional.empty();

    String name() {
        return name;
    }

    String query() {
        return query;
    }

    Optional<Path> project() {
        return project;
    }

    ProjectStore open(Path path) {
        Author author = ProjectArgument.author(person);
        return ProjectStore.open(path, author);
    }

    Path run() {
        return run.orElseGet(
                () -> AppFolders.ofMachine().state().resolve("training").resolve(ModelShelf.checked(name)));
    }

    static ModelShelf shelf() {
        Path data = AppFolders.ofMachine().data();
        return new ModelShelf(Installation.pipelines().models(), data.resolve("models"), data.resolve("pipelines"));
    }

    /** A line of progress. */
    static void tell(Console console, TrainingReport report) {
        String looked = report.validation().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", on other data %.3f, %.1f %%",
                        report.validation().get(0),
                        100 * report.validation().get(1));
        console.note(String.format(
                Locale.ROOT,
                "step %,d of %,d: loss %.3f, right %.1f %%%s; %.0f samples a CPU second, %s left",
                report.step(),
                report.steps(),
                report.loss(),
                100 * report.measures().get(1),
                looked,
                report.samplesPerCpuSecond(),
                duration(report.secondsLeft())));
    }

    private static String duration(double seconds) {
        long minutes = Math.round(seconds / 60);
        return minutes < 1
                ? Math.round(seconds) + " s"
                : minutes < 120 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
