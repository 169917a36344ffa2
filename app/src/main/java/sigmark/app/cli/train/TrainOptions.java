package sigmark.app.cli.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.base.settings.AppFolders;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.Installation;
import sigmark.app.work.train.Lesson;
import sigmark.app.work.train.ModelShelf;
import sigmark.app.work.train.RunFolder;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Progress;
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

    RunFolder run() {
        return run.map(RunFolder::new).orElseGet(() -> RunFolder.named(RunFolder.ofMachine(), name));
    }

    static ModelShelf shelf() {
        Path data = AppFolders.ofMachine().data();
        return new ModelShelf(Installation.pipelines().models(), data.resolve("models"), data.resolve("pipelines"));
    }

    static void sayWhereItGoesOn(Console console, RunFolder run) {
        if (run.begun()) {
            console.note("going on in " + run.path() + " as that run began");
        }
    }

    /** Learns, tells, and gives the document; for both trainings. */
    static JsonNode learn(Console console, Lesson lesson, RunFolder run) {
        List<TrainingReport> reports = new ArrayList<>();
        Optional<String> model = lesson.learn(
                report -> {
                    reports.add(report);
                    tell(console, report);
                },
                quiet());
        console.say(model.map(name -> "trained " + name + "; try it with --pipeline " + name)
                .orElse("broken off; the same command goes on"));
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("run", run.path().toString());
        model.ifPresent(name -> document.put("model", name));
        reports.stream().skip(Math.max(0, reports.size() - 1)).forEach(report -> document.setAll(json(report)));
        return document;
    }

    /** Says nothing; stops when the thread is interrupted. */
    static Progress quiet() {
        return new Progress() {
            @Override
            public void update(long done, long total, String item) {}

            @Override
            public boolean cancelled() {
                return Thread.currentThread().isInterrupted();
            }
        };
    }

    static ObjectNode json(TrainingReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("steps", report.step())
                .put("samples", report.samples())
                .put("cpuSeconds", report.cpuSeconds())
                .put("loss", report.loss())
                .put("accuracy", report.measures().get(1));
        if (!report.validation().isEmpty()) {
            node.put("validationLoss", report.validation().get(0))
                    .put("validationAccuracy", report.validation().get(1));
        }
        return node;
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
