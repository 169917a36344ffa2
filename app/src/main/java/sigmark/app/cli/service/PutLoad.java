package sigmark.app.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import sigmark.analysis.capacity.LoadFigures;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.PipelineChoice;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.Installation;
import sigmark.inference.load.HttpTarget;
import sigmark.inference.load.LoadPlan;
import sigmark.inference.load.LoadResult;
import sigmark.inference.load.LoadTarget;
import sigmark.inference.load.OpenLoop;
import sigmark.inference.model.Device;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PixelImage;
import sigmark.inference.pipeline.Pipeline;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.service.ServiceStore;

/** Puts a load on a pipeline or a service: {@code sigmark load}. */
@CommandLine.Command(
        name = "load",
        description = "Puts an open-loop load on a project's pipeline, in process, or on a service's address.",
        mixinStandardHelpOptions = true)
public final class PutLoad implements Command {
    @CommandLine.Parameters(
            index = "0",
            paramLabel = "TARGET",
            description = "a project (its pages are the requests) or an address http://… or https://…")
    private String target = "";

    @CommandLine.Option(names = "--rate", required = true, description = "requests a second")
    private double rate;

    @CommandLine.Option(names = "--seconds", required = true, description = "how long each rate is offered")
    private double seconds;

    @CommandLine.Option(
            names = "--steps",
            split = ",",
            description = "rates before --rate, such as 1,2,4: the stepped curve")
    private List<Double> steps = List.of();

    @CommandLine.Option(names = "--warm-up", defaultValue = "0", description = "seconds before each rate, not counted")
    private double warmUp;

    @CommandLine.Option(names = "--random", description = "random arrivals instead of equal gaps")
    private boolean random;

    @CommandLine.Option(names = "--seed", defaultValue = "1", description = "of random arrivals")
    private long seed = 1;

    @CommandLine.Option(
            names = "--at-once",
            description =
                    "requests under way together; the others wait, and their wait counts (1 in process, 64 over HTTP)")
    private OptionalInt atOnce = OptionalInt.empty();

    @CommandLine.Option(
            names = "--image",
            description = "over HTTP: the image to post; otherwise the address is fetched")
    private Optional<Path> image = Optional.empty();

    @CommandLine.Option(names = "--patience", defaultValue = "30", description = "seconds to wait for the last answers")
    private double patience = 30;

    @CommandLine.Mixin
    private PipelineChoice choice = new PipelineChoice();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        List<Double> rates = new ArrayList<>(steps);
        rates.add(rate);
        boolean right = rates.stream().allMatch(one -> one > 0 && one <= 1e6) && seconds > 0 && warmUp >= 0;
        if (!right || atOnce.orElse(1) < 1) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "rates, seconds and --at-once are above 0, rates at most a million");
        }
        return target.startsWith("http://") || target.startsWith("https://")
                ? overHttp(console, rates)
                : inProcess(console, rates);
    }

    private JsonNode overHttp(Console console, List<Double> rates) {
        URI address;
        try {
            address = URI.create(target);
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(Problem.of("capacity.bad-address", target), wrong);
        }
        if (address.getHost() == null) {
            throw new ProblemException(Problem.of("capacity.bad-address", target));
        }
        byte[] body = image.map(PutLoad::bytes).orElse(new byte[0]);
        String type =
                image.map(Path::toString).orElse("").toLowerCase(Locale.ROOT).endsWith(".png")
                        ? "image/png"
                        : "image/jpeg";
        LoadTarget http = new HttpTarget(address, body, type, Duration.ofMillis((long) (patience * 1000) + 1));
        ObjectNode document = offer(console, rates, http, atOnce.orElse(64)).json();
        return document.put("target", target).put("atOnce", atOnce.orElse(64));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of(
                            "requirement.no-file", file.toString(), "reason", String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
    }

    private JsonNode inProcess(Console console, List<Double> rates) {
        try (ProjectStore store = ProjectStore.open(Path.of(target), ProjectArgument.author(Optional.empty()));
                Pipeline pipeline = Installation.pipelines().open(choice.pipeline(), Device.choose(choice.device()))) {
            List<Page> pages = store.pages().list(SliceQuery.ALL).stream()
                    .filter(page -> page.source().pdfPage().isEmpty())
                    .toList();
            if (pages.isEmpty()) {
                throw new ProblemException(
                        Problem.of("capacity.no-pages", store.info().name()));
            }
            LoadTarget requests = number -> answer(store, pipeline, pages.get(number % pages.size()));
            try {
                requests.send(0); // models and caches are cold before the first answer
            } catch (Exception broken) {
                throw broken instanceof ProblemException known
                        ? known
                        : new ProblemException(
                                Problem.of("capacity.no-pages", store.info().name()), broken);
            }
            LoadFigures figures = offer(console, rates, requests, atOnce.orElse(1));
            ObjectNode document =
                    figures.json().put("target", pipeline.description().title()).put("atOnce", atOnce.orElse(1));
            if (!store.readOnly()) {
                document.put(
                        "kept",
                        new ServiceStore(store).keepLoad(pipeline.description().title(), document.toString()));
            }
            return document;
        }
    }

    private static void answer(ProjectStore store, Pipeline pipeline, Page page) {
        long start = System.nanoTime();
        PixelImage pixels = PageDecoder.decode(store.pages().imagePath(page)).upright();
        pipeline.predict(pixels, System.nanoTime() - start, Map.of());
    }

    private LoadFigures offer(Console console, List<Double> rates, LoadTarget requests, int together) {
        List<LoadFigures.StepFigures> offered = new ArrayList<>();
        console.say("%10s %10s %8s %7s %9s %9s %9s %9s   ms from the planned moment"
                .formatted("offered/s", "done/s", "sent", "errors", "p50", "p95", "p99", "max"));
        for (double each : rates) {
            LoadPlan plan =
                    new LoadPlan(each, duration(seconds), duration(warmUp), random, seed, together, duration(patience));
            LoadResult result = OpenLoop.run(plan, requests, console.progress("load"));
            LoadFigures.StepFigures figures = LoadFigures.StepFigures.of(
                    each, result.latencyNanos(), result.sent(), result.failed(), result.seconds());
            offered.add(figures);
            console.say("%10.2f %10.2f %,8d %,7d %s %s %s %s"
                    .formatted(
                            figures.offeredRate(),
                            figures.completedRate(),
                            figures.sent(),
                            figures.errors(),
                            millis(figures, 500),
                            millis(figures, 950),
                            millis(figures, 990),
                            millis(figures, 1000)));
        }
        LoadFigures figures = new LoadFigures(offered);
        figures.knee()
                .ifPresent(
                        knee -> console.say(String.format(Locale.ROOT, "the knee is at %.2f requests a second", knee)));
        return figures;
    }

    private static String millis(LoadFigures.StepFigures figures, int perMille) {
        return figures.percentile(perMille).isPresent()
                ? String.format(
                        Locale.ROOT, "%9.1f", figures.percentile(perMille).getAsDouble())
                : "        –";
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
