package sigmark.app.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.BalanceJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.DrawnPipeline;
import sigmark.app.work.Installation;
import sigmark.app.work.ServiceWork;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.plan.DesignChange;
import sigmark.labeling.plan.PipelineDesign;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;

/** A pipeline's modules and the truth that each needs: {@code sigmark design}. */
@CommandLine.Command(
        name = "design",
        description = "A pipeline's modules with the input/output pairs that each has; what a change of design leaves,"
                + " asks for and lets rest; per-module export.",
        mixinStandardHelpOptions = true)
public final class ShowDesign implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--pipeline", paramLabel = "NAME", description = "otherwise the one in use")
    private Optional<String> pipeline = Optional.empty();

    @CommandLine.Option(
            names = "--export",
            paramLabel = "DIR",
            description = "writes each module's pairs into a folder of its name in this new folder")
    private Optional<Path> export = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        List<DrawnPipeline> all = DrawnPipeline.all(Installation.pipelines());
        try (ProjectStore store = project.open()) {
            DrawnPipeline now =
                    DrawnPipeline.inUse(all, store.runs().list()).orElseThrow(() -> unknown(all, "default"));
            DrawnPipeline shown = pipeline.map(name -> named(all, name)).orElse(now);
            console.say("pipeline %s%s".formatted(shown.title(), shown.equals(now) ? ", in use" : ""));
            if (shown.rule()) {
                console.say("no classifier is trained yet: a rule tells printed from handwritten crops"
                        + (shown.oneReader() ? ", and one recognizer reads both" : ""));
            }
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("pipeline", shown.title())
                    .put("design", shown.design().id())
                    .put("rule", shown.rule())
                    .put("inUse", now.title());
            Truth.Counter counter = new ServiceWork(store).counter();
            ArrayNode parts = document.putArray("parts");
            DesignChange change = DesignChange.of(now.design(), shown.design());
            for (DesignChange.Change part : change.parts()) {
                part(console, parts.addObject(), part, shown, counter);
            }
            ArrayNode unused = document.putArray("unused");
            change.unused().forEach(module -> {
                unused.add(module.word());
                console.say("labels of the %s rest: this design does not have it".formatted(module.word()));
            });
            export.ifPresent(folder -> write(console, store, shown.design(), folder, parts));
            return document;
        }
    }

    private static DrawnPipeline named(List<DrawnPipeline> all, String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> unknown(all, name));
    }

    private static ProblemException unknown(List<DrawnPipeline> all, String name) {
        return new ProblemException(Problem.of(
                "pipeline.unknown",
                name,
                "known",
                String.join(", ", all.stream().map(DrawnPipeline::name).toList())));
    }

    private static void part(
            Console console, ObjectNode node, DesignChange.Change change, DrawnPipeline shown, Truth.Counter counter) {
        PipelineDesign.Part part = change.part();
        Map<Split, Long> pairs = Truth.bySplit(part.module(), part.slice(), counter);
        long lacking = Truth.lacking(part.module(), part.slice(), counter);
        String list = Truth.lacking(part.module(), part.slice()).text();
        console.say("%-12s %s → %s  %s"
                .formatted(
                        part.name(),
                        part.input().word(),
                        part.output().word(),
                        shown.models().getOrDefault(part.name(), "–")));
        StringBuilder counts = new StringBuilder();
        pairs.forEach((split, count) -> counts.append("  %s %,d".formatted(split.word(), count)));
        console.say("  %s:%s; labels so far: %s"
                .formatted(
                        Truth.inPages(part.module()) ? "pages" : "pairs",
                        counts,
                        switch (change.effect()) {
                            case SERVES -> "serve as they are";
                            case SHARED -> "serve where " + part.slice() + " holds";
                            case NEW -> "this truth was not asked for before";
                        }));
        if (lacking > 0) {
            console.say("  %,d lack it; work list: %s".formatted(lacking, list));
        }
        node.put("name", part.name())
                .put("module", part.module().word())
                .put("input", part.input().word())
                .put("output", part.output().word())
                .put("slice", part.slice())
                .put("model", shown.models().getOrDefault(part.name(), ""))
                .put("labels", change.effect().word())
                .put("lacking", lacking)
                .put("workList", list);
        ObjectNode bySplit = node.putObject("pairs");
        pairs.forEach((split, count) -> bySplit.put(split.word(), count));
    }

    private static void write(
            Console console, ProjectStore store, PipelineDesign design, Path folder, ArrayNode parts) {
        int at = 0;
        for (PipelineDesign.Part part : design.parts()) {
            Path target = folder.resolve(part.name());
            Balance balance = DrawnPipeline.export(store, part, target, console.progress("export"));
            console.say("wrote " + target);
            console.say(balance);
            ((ObjectNode) parts.get(at++))
                    .put("folder", target.toString())
                    .set("balance", BalanceJson.of(balance, console));
        }
    }
}
