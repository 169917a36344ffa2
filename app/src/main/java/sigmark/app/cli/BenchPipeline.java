package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.analysis.timing.RunTimes;
import sigmark.app.work.Installation;
import sigmark.app.work.ThisMachine;
import sigmark.app.work.sample.SampleProject;
import sigmark.inference.model.Device;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PixelImage;
import sigmark.inference.pipeline.Pipeline;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "pipeline",
        description = "Step times and throughput of a pipeline over page images, by default those of the sample.",
        mixinStandardHelpOptions = true)
final class BenchPipeline implements Command {
    @CommandLine.Parameters(arity = "0..*", paramLabel = "IMAGE", description = "page images; otherwise the sample's")
    private List<Path> images = List.of();

    @CommandLine.Mixin
    private PipelineChoice choice = new PipelineChoice();

    @CommandLine.Option(
            names = "--rounds",
            defaultValue = "3",
            description = "how often each page is measured, after one round of warm-up (default ${DEFAULT-VALUE})")
    private int rounds = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    /** Answers in the order in which they were made, and the wall time of the measured ones from file to answer. */
    private record Measured(List<PagePrediction> answers, int warmUp, long wallNanos) {}

    @Override
    public JsonNode run(Console console) {
        BenchText.atLeast(command, "--rounds", rounds, 1);
        Device device = Device.choose(choice.device());
        Pipelines pipelines = Installation.pipelines();
        try (BenchFolder folder = BenchFolder.in(Optional.empty());
                Pipeline pipeline = pipelines.open(choice.pipeline(), device)) {
            var machine = ThisMachine.environment(device.name(), device.reason(), pipelines.threads());
            ObjectNode document = BenchText.start(console, "pipeline", machine);
            List<Path> pages = images.isEmpty() ? sample(folder.path().resolve("sample")) : images;
            Measured measured = measure(console, pipeline, pages);
            RunTimes times = RunTimes.of(measured.warmUp(), measured.answers());
            console.say("pipeline %s on %s, %d worker threads, %,d images, %,d rounds"
                    .formatted(
                            pipeline.description().title(), device.name(), pipelines.threads(), pages.size(), rounds));
            RunText.sayTimes(console, times);
            document.put("pipeline", pipeline.description().title())
                    .put("detectorSha256", pipeline.detectorHash())
                    .put("recognizerSha256", pipeline.recognizerHash())
                    .put("images", pages.size())
                    .put("rounds", rounds);
            document.set("steps", EvaluationJson.steps(times));
            pageMillis(document, measured);
            EvaluationJson.throughput(document, times);
            overhead(console, document, measured);
            return document;
        }
    }

    /** Each measured page by itself, for whoever works out queues, and what one copy of the models needs. */
    private static void pageMillis(ObjectNode document, Measured measured) {
        var pages = document.putArray("pageMs");
        measured.answers().stream()
                .skip(measured.warmUp())
                .filter(answer -> answer.failure().isEmpty())
                .forEach(answer -> pages.add(answer.times().total() / 1e6));
        document.putObject("service").put("copies", 1);
    }

    private Measured measure(Console console, Pipeline pipeline, List<Path> pages) {
        List<PagePrediction> answers = new ArrayList<>();
        var progress = console.progress("bench");
        long start = System.nanoTime();
        for (int round = 0; round <= rounds; round++) {
            if (round == 1) {
                start = System.nanoTime();
            }
            for (Path page : pages) {
                answers.add(answer(pipeline, page));
                progress.update(answers.size(), (long) pages.size() * (rounds + 1), page.toString());
            }
        }
        return new Measured(answers, pages.size(), System.nanoTime() - start);
    }

    /** An image that cannot be read ends the measurement: figures over fewer pages than asked for would mislead. */
    private static PagePrediction answer(Pipeline pipeline, Path page) throws ProblemException {
        long start = System.nanoTime();
        PixelImage pixels = PageDecoder.decode(page).upright();
        return pipeline.predict(pixels, System.nanoTime() - start, Map.of());
    }

    /** Wall time of the measured pages outside the steps of detector and recognizer: decoding, cropping, the rest. */
    private static void overhead(Console console, ObjectNode document, Measured measured) {
        long models = measured.answers().stream()
                .skip(measured.warmUp())
                .mapToLong(answer -> answer.times().detect() + answer.times().recognize())
                .sum();
        long decode = measured.answers().stream()
                .skip(measured.warmUp())
                .mapToLong(answer -> answer.times().decode())
                .sum();
        double count = measured.answers().size() - measured.warmUp();
        double wall = measured.wallNanos();
        double own = wall - models - decode;
        console.say(
                "outside detector and recognizer: decoding %.1f ms a page, the rest %.2f ms a page (%.2f %% of %.2f s)"
                        .formatted(decode / count / 1e6, own / count / 1e6, 100 * own / wall, wall / 1e9));
        document.putObject("outsideModelSteps")
                .put("wallSeconds", wall / 1e9)
                .put("decodeMsPerPage", decode / count / 1e6)
                .put("restMsPerPage", own / count / 1e6)
                .put("restShare", own / wall);
    }

    private static List<Path> sample(Path folder) {
        Author author = ProjectArgument.author(Optional.empty());
        SampleProject.create(folder, author, Progress.SILENT);
        try (ProjectStore store = ProjectStore.open(folder, author)) {
            return store.pages().list(SliceQuery.ALL).stream()
                    .map(store.pages()::imagePath)
                    .toList();
        }
    }
}
