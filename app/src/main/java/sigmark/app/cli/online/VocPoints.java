package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.statistics.Proportion;
import sigmark.analysis.voc.PointCheck;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.Figures;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.PointStore;
import sigmark.labeling.voc.ImprovementPoint;

@CommandLine.Command(
        name = "points",
        description = "Improvement points; with --run they are measured on that run, which may verify them.",
        mixinStandardHelpOptions = true)
final class VocPoints implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--run", paramLabel = "ID", description = "measure on this run")
    private OptionalLong run = OptionalLong.empty();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            PointStore points = new PointStore(store);
            List<ImprovementPoint> list = run.isPresent() ? measured(console, store, points) : points.list();
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.putArray("points");
            for (ImprovementPoint point : list) {
                document.withArray("points").add(VocCommands.json(point));
                console.say("%d  %-13s %s: bound %.1f %%, %s; %d items, %d users"
                        .formatted(
                                point.id(),
                                point.state().word(),
                                point.title(),
                                100 * point.bound(),
                                point.last()
                                        .map(last -> "run " + last.run() + " "
                                                + Figures.rate(new Proportion(last.right(), last.samples())))
                                        .orElse("not measured"),
                                point.items(),
                                point.users()));
            }
            return document;
        }
    }

    private List<ImprovementPoint> measured(Console console, ProjectStore store, PointStore points) {
        Evaluation evaluation = new Evaluator(store, run.getAsLong()).evaluate(console.progress("evaluate"));
        return new PointCheck(store, evaluation).check(points, Instant.now());
    }
}
