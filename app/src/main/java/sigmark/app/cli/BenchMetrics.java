package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.work.ThisMachine;

@CommandLine.Command(
        name = "metrics",
        description = "Edit distance, canonical form, COCO matching, glyph layout and CDM on seeded input, one thread.",
        mixinStandardHelpOptions = true)
final class BenchMetrics implements Command {
    @CommandLine.Option(
            names = "--pages",
            defaultValue = "2000",
            description = "pages of the COCO matching (default ${DEFAULT-VALUE})")
    private int pages = 2000;

    @CommandLine.Option(
            names = "--boxes",
            defaultValue = "30",
            description = "true boxes of each page (default ${DEFAULT-VALUE})")
    private int boxes = 30;

    @CommandLine.Option(
            names = "--seconds",
            defaultValue = "2",
            description = "least time that each metric is measured; half of it before as warm-up"
                    + " (default ${DEFAULT-VALUE})")
    private double seconds = 2;

    @CommandLine.Option(names = "--seed", defaultValue = "1", description = "of the input (default ${DEFAULT-VALUE})")
    private long seed = 1;

    @CommandLine.Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "CDM also over these pairs: JSON Lines with gt and pred")
    private Optional<Path> pairs = Optional.empty();

    @CommandLine.Option(
            names = "--formulas",
            defaultValue = "0",
            description = "also evaluates a made-up run of so many formulas, twenty a page, with all metrics")
    private int formulas;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        BenchText.atLeast(command, "--pages", pages, 1);
        BenchText.atLeast(command, "--boxes", boxes, 1);
        BenchText.atLeast(command, "--seconds", seconds, 0);
        ObjectNode document = BenchText.start(console, "metrics", ThisMachine.environment("cpu", "", 1));
        document.put("seed", seed).put("pages", pages).put("boxesPerPage", boxes);
        var list = document.putArray("metrics");
        List<MetricWork> works = new ArrayList<>(MetricWork.all(seed, pages, boxes));
        pairs.ifPresent(file -> works.add(MetricWork.cdm(file)));
        for (MetricWork work : works) {
            MetricWork.Rate rate = work.measure(seconds);
            console.say("%-18s %12s %s/s, %12s a processor second, %s ms for %,d (median of %,d rounds)"
                    .formatted(
                            work.name(),
                            BenchText.number(rate.perSecond()),
                            work.unit(),
                            BenchText.number(rate.perProcessorSecond()),
                            BenchText.number(rate.medianRoundMillis()),
                            work.items(),
                            rate.rounds()));
            list.addObject()
                    .put("name", work.name())
                    .put("unit", work.unit())
                    .put("itemsPerRound", work.items())
                    .put("rounds", rate.rounds())
                    .put("perSecond", rate.perSecond())
                    .put("perProcessorSecond", rate.perProcessorSecond())
                    .put("medianRoundMs", rate.medianRoundMillis())
                    .put("checksum", rate.checksum());
        }
        if (formulas > 0) {
            document.set("evaluation", new EvaluationBench(seed, formulas).measure(console));
        }
        return document;
    }
}
