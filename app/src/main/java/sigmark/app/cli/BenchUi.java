package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine;
import sigmark.app.work.MachineCheck;
import sigmark.app.work.ThisMachine;
import sigmark.app.work.WindowBenchmark;

@CommandLine.Command(
        name = "ui",
        description = "How fast the window answers: keys, boxes, frames, pages. Needs a display.",
        mixinStandardHelpOptions = true)
final class BenchUi implements Command {
    @CommandLine.Option(
            names = "--boxes",
            defaultValue = "800",
            description = "boxes on the page (default ${DEFAULT-VALUE})")
    private int boxes = 800;

    @CommandLine.Option(
            names = "--pages",
            defaultValue = "6",
            description = "photos of 12 megapixels (default ${DEFAULT-VALUE})")
    private int pages = 6;

    @CommandLine.Option(
            names = "--strokes",
            defaultValue = "120",
            description = "keys typed (default ${DEFAULT-VALUE})")
    private int strokes = 120;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        BenchText.atLeast(command, "--boxes", boxes, 2);
        BenchText.atLeast(command, "--pages", pages, 3);
        BenchText.atLeast(command, "--strokes", strokes, 1);
        WindowBenchmark.needWindow(new MachineCheck(System.getenv()));
        WindowBenchmark window =
                ServiceLoader.load(WindowBenchmark.class).findFirst().orElseThrow();
        try (BenchFolder folder = BenchFolder.in(Optional.empty())) {
            ObjectNode document = BenchText.start(console, "ui", ThisMachine.environment("cpu", "", 1));
            var size = new WindowBenchmark.Size(boxes, pages, strokes);
            List<WindowBenchmark.Times> all = window.measure(folder.path(), size, console.progress("ui"));
            console.say("milliseconds: median, p95, longest, times measured");
            var list = document.putArray("measures");
            for (WindowBenchmark.Times times : all) {
                console.say("%8s %8s %8s %5d  %s"
                        .formatted(
                                BenchText.number(times.percentile(0.5)),
                                BenchText.number(times.percentile(0.95)),
                                BenchText.number(times.percentile(1)),
                                times.millis().size(),
                                times.what()));
                list.addObject()
                        .put("name", times.name())
                        .put("what", times.what())
                        .put("count", times.millis().size())
                        .put("medianMs", times.percentile(0.5))
                        .put("p95Ms", times.percentile(0.95))
                        .put("maxMs", times.percentile(1));
            }
            return document;
        }
    }
}
