package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.work.ThisMachine;
import sigmark.labeling.store.StoreBenchmark;

@CommandLine.Command(
        name = "store",
        description = "Durable edits, opening, page lists and searches of a project made for it and removed again.",
        mixinStandardHelpOptions = true)
final class BenchStore implements Command {
    @CommandLine.Option(names = "--pages", defaultValue = "1000", description = "pages (default ${DEFAULT-VALUE})")
    private int pages = 1000;

    @CommandLine.Option(
            names = "--regions",
            defaultValue = "10",
            description = "regions of each page (default ${DEFAULT-VALUE})")
    private int regions = 10;

    @CommandLine.Option(
            names = "--edits",
            defaultValue = "500",
            description = "single edits (default ${DEFAULT-VALUE})")
    private int edits = 500;

    @CommandLine.Option(
            names = "--in",
            paramLabel = "DIR",
            description = "a folder on the disk to measure; otherwise the system's temporary folder")
    private Optional<Path> parent = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        BenchText.atLeast(command, "--pages", pages, 1);
        BenchText.atLeast(command, "--regions", regions, 1);
        BenchText.atLeast(command, "--edits", edits, 1);
        try (BenchFolder folder = BenchFolder.in(parent)) {
            ObjectNode document = BenchText.start(console, "store", ThisMachine.environment("cpu", "", 1));
            document.put("fileSystem", folder.fileSystem());
            long start = System.nanoTime();
            StoreBenchmark.Result result = measure(folder.path().resolve("project"), console);
            double wall = (System.nanoTime() - start) / 1e9;
            say(console, result, folder.fileSystem(), wall);
            write(document, result, wall);
            return document;
        }
    }

    private StoreBenchmark.Result measure(Path project, Console console) {
        try {
            return new StoreBenchmark(project, pages, regions, edits).run(console.progress("build"));
        } catch (IOException failed) {
            throw BenchFolder.notWritten(project, failed);
        }
    }

    private static void say(Console console, StoreBenchmark.Result result, String fileSystem, double wall) {
        console.say("%,d pages, %,d regions, file of %.1f MiB on %s, made in %.1f s; all in %.1f s"
                .formatted(
                        result.pages(),
                        result.regions(),
                        result.fileBytes() / (double) (1 << 20),
                        fileSystem,
                        result.buildSeconds(),
                        wall));
        console.say("durable edit     median %s ms, p95 %s ms, %,d edits"
                .formatted(BenchText.number(result.editMedian()), BenchText.number(result.editP95()), result.edits()));
        console.say("open             %s ms, heap %.1f MiB"
                .formatted(BenchText.number(result.open()), result.heapBytes() / (double) (1 << 20)));
        console.say("first page list  %s ms, %s ms of them processor time; then %s ms until searches need read no more"
                .formatted(
                        BenchText.number(result.firstList()),
                        BenchText.number(result.firstListProcessor()),
                        BenchText.number(result.warmUp())));
        console.say("deal out splits  %s ms".formatted(BenchText.number(result.splitMillis())));
        console.say("query, median of five: ms for the pages, ms for counting regions");
        result.pageQueries()
                .forEach((query, millis) -> console.say("  %8s %8s  %s"
                        .formatted(
                                BenchText.number(millis),
                                BenchText.number(result.regionQueries().getOrDefault(query, 0.0)),
                                query)));
    }

    private static void write(ObjectNode document, StoreBenchmark.Result result, double wall) {
        document.put("pages", result.pages())
                .put("regions", result.regions())
                .put("fileBytes", result.fileBytes())
                .put("buildSeconds", result.buildSeconds())
                .put("wallSeconds", wall)
                .put("openMs", result.open())
                .put("firstListMs", result.firstList())
                .put("firstListProcessorMs", result.firstListProcessor())
                .put("warmUpMs", result.warmUp())
                .put("heapBytes", result.heapBytes())
                .put("splitMs", result.splitMillis());
        document.putObject("edit")
                .put("count", result.edits())
                .put("medianMs", result.editMedian())
                .put("p95Ms", result.editP95());
        var queries = document.putArray("queries");
        for (Map.Entry<String, Double> query : result.pageQueries().entrySet()) {
            queries.addObject()
                    .put("query", query.getKey())
                    .put("pagesMs", query.getValue())
                    .put("regionsMs", result.regionQueries().getOrDefault(query.getKey(), 0.0));
        }
    }
}
