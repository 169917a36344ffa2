package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import sigmark.app.work.Installation;
import sigmark.inference.model.Device;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PageProbe;
import sigmark.inference.page.PixelImage;
import sigmark.inference.pipeline.Pipeline;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

@CommandLine.Command(
        name = "recognize",
        description = "Finds and reads the formulas of page images, or reads formula crops.",
        mixinStandardHelpOptions = true)
final class Recognize implements Command {
    private static final double NANOS_A_MILLI = 1e6;

    @CommandLine.Parameters(arity = "1..*", paramLabel = "IMAGE", description = "page images or PDF files")
    private List<Path> images = List.of();

    @CommandLine.Mixin
    private PipelineChoice choice = new PipelineChoice();

    @CommandLine.Option(names = "--crop", description = "each image is one formula: recognizer only")
    private boolean crop;

    @CommandLine.Option(names = "--dpi", defaultValue = "200", description = "for PDF pages (default ${DEFAULT-VALUE})")
    private int dpi = PageDecoder.DEFAULT_DPI;

    @Override
    public JsonNode run(Console console) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("images");
        Device device = Device.choose(choice.device());
        if (!device.reason().isEmpty()) {
            console.note("on the CPU: " + device.reason());
        }
        int failed = 0;
        try (Pipeline pipeline = Installation.pipelines().open(choice.pipeline(), device)) {
            for (Path image : images) {
                for (ObjectNode entry : answers(console, pipeline, image)) {
                    list.add(entry);
                    failed += entry.path("error").isNull() ? 0 : 1;
                }
            }
        }
        document.put("device", device.name());
        document.put("deviceReason", device.reason());
        if (failed > 0) {
            console.say("%,d of %,d images failed".formatted(failed, list.size()));
        }
        return document;
    }

    private List<ObjectNode> answers(Console console, Pipeline pipeline, Path image) {
        try {
            PageProbe probe = PageDecoder.probe(image);
            int pages = probe.pages().size();
            List<ObjectNode> entries = new java.util.ArrayList<>();
            for (int page = 0; page < pages; page++) {
                ObjectNode entry = answer(console, pipeline, image, page);
                if (pages > 1) {
                    entry.put("page", page);
                }
                entries.add(entry);
            }
            return entries;
        } catch (ProblemException broken) {
            return List.of(failure(console, image, broken.problem()));
        }
    }

    private ObjectNode answer(Console console, Pipeline pipeline, Path image, int page) {
        try {
            long start = System.nanoTime();
            PixelImage pixels = PageDecoder.decode(image, page, dpi).upright();
            long decoded = System.nanoTime() - start;
            PagePrediction answer =
                    crop ? pipeline.predictWhole(pixels, decoded) : pipeline.predict(pixels, decoded, Map.of());
            console.say(image + (page > 0 ? " page " + (page + 1) : ""));
            for (RegionPrediction region : answer.regions()) {
                console.say("  " + region.reading().latex());
            }
            return entry(image, answer);
        } catch (ProblemException broken) {
            return failure(console, image, broken.problem());
        }
    }

    private static ObjectNode entry(Path image, PagePrediction answer) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("image", image.toString());
        ArrayNode regions = entry.putArray("regions");
        for (RegionPrediction region : answer.regions()) {
            Detection found = region.detection();
            ObjectNode node = regions.addObject();
            node.putArray("box")
                    .add(found.box().left())
                    .add(found.box().top())
                    .add(found.box().right())
                    .add(found.box().bottom());
            node.put("kind", found.kind().word())
                    .put("writing", found.writing().word())
                    .put("score", found.score())
                    .put("latex", region.reading().latex())
                    .put("latexScore", region.reading().score());
            ArrayNode alternatives = node.putArray("alternatives");
            region.reading()
                    .alternatives()
                    .forEach(other ->
                            alternatives.addObject().put("latex", other.latex()).put("score", other.score()));
        }
        ObjectNode timing = entry.putObject("timing")
                .put("decodeMs", answer.times().decode() / NANOS_A_MILLI)
                .put("detectMs", answer.times().detect() / NANOS_A_MILLI)
                .put("cropMs", answer.times().crop() / NANOS_A_MILLI)
                .put("recognizeMs", answer.times().recognize() / NANOS_A_MILLI);
        if (answer.times().classify() > 0) {
            timing.put("classifyMs", answer.times().classify() / NANOS_A_MILLI);
        }
        return entry.putNull("error");
    }

    private static ObjectNode failure(Console console, Path image, Problem problem) {
        String words = console.words(problem);
        console.note(words);
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("image", image.toString());
        entry.putArray("regions");
        entry.putNull("timing");
        return entry.put("error", words);
    }
}
