package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.work.ThisMachine;
import sigmark.labeling.packing.PackageBenchmark;

/** {@code sigmark bench packages}: a large work package out, back and merged. */
@CommandLine.Command(
        name = "packages",
        description =
                "A large work package out, opened, handed in, merged, and merged once more: time and most memory.",
        mixinStandardHelpOptions = true)
final class BenchPackages implements Command {
    private static final double MIB = 1 << 20;

    @CommandLine.Option(names = "--pages", defaultValue = "1000", description = "pages (default ${DEFAULT-VALUE})")
    private int pages = 1000;

    @CommandLine.Option(
            names = "--regions",
            defaultValue = "10",
            description = "regions of each page (default ${DEFAULT-VALUE})")
    private int regions = 10;

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
        try (BenchFolder folder = BenchFolder.in(parent)) {
            ObjectNode document = BenchText.start(console, "packages", ThisMachine.environment("cpu", "", 1));
            PackageBenchmark.Result result = measure(folder.path(), console);
            say(console, result);
            return write(document.put("fileSystem", folder.fileSystem()), result);
        }
    }

    private PackageBenchmark.Result measure(Path folder, Console console) {
        try {
            return new PackageBenchmark(folder, pages, regions).run(console.progress("packages"));
        } catch (IOException failed) {
            throw BenchFolder.notWritten(folder, failed);
        }
    }

    private static void say(Console console, PackageBenchmark.Result result) {
        console.say("%,d pages, %,d regions; package %.1f MiB, return %.1f MiB"
                .formatted(result.pages(), result.merged(), result.sentBytes() / MIB, result.returnBytes() / MIB));
        console.say("out       %.2f s".formatted(result.out()));
        console.say("open      %.2f s".formatted(result.open()));
        console.say("hand in   %.2f s".formatted(result.handIn()));
        console.say("merge     %.2f s".formatted(result.merge()));
        console.say("again     %.2f s".formatted(result.again()));
        console.say("most heap %.0f MiB of %.0f MiB allowed"
                .formatted(result.peakBytes() / MIB, Runtime.getRuntime().maxMemory() / MIB));
    }

    private static ObjectNode write(ObjectNode document, PackageBenchmark.Result result) {
        return document.put("pages", result.pages())
                .put("regions", result.merged())
                .put("outSeconds", result.out())
                .put("openSeconds", result.open())
                .put("handInSeconds", result.handIn())
                .put("mergeSeconds", result.merge())
                .put("againSeconds", result.again())
                .put("packageBytes", result.sentBytes())
                .put("returnBytes", result.returnBytes())
                .put("peakHeapBytes", result.peakBytes())
                .put("maxHeapBytes", Runtime.getRuntime().maxMemory());
    }
}
