package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.PointStore;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.PointState;

@CommandLine.Command(
        name = "point",
        description = "Opens an improvement point, or with --id moves one; only a run verifies it.",
        mixinStandardHelpOptions = true)
final class VocPoint implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--id", paramLabel = "N", description = "a point that exists")
    private OptionalLong id = OptionalLong.empty();

    @CommandLine.Option(names = "--title", paramLabel = "WORDS", description = "what shall be better")
    private Optional<String> title = Optional.empty();

    @CommandLine.Option(
            names = "--query",
            defaultValue = "",
            paramLabel = "QUERY",
            description = "samples that measure it (default all)")
    private String query = "";

    @CommandLine.Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "error class that must be gone; otherwise readings must be right")
    private Optional<String> errorClass = Optional.empty();

    @CommandLine.Option(
            names = "--bound",
            defaultValue = "0.95",
            description = "share without it, 0 to 1 (default ${DEFAULT-VALUE})")
    private double bound = 0.95;

    @CommandLine.Option(names = "--state", description = "open, data-ordered or trained")
    private Optional<String> state = Optional.empty();

    @CommandLine.Option(names = "--item", paramLabel = "ITEM", description = "complaint to tie to it; may be repeated")
    private List<String> items = List.of();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        if (id.isEmpty() && title.isEmpty() || !(bound >= 0 && bound <= 1)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "give --title for a new point or --id, and a --bound from 0 to 1");
        }
        try (ProjectStore store = project.open()) {
            PointStore points = new PointStore(store);
            long point = id.orElseGet(() ->
                    points.open(title.orElseThrow(), query, errorClass, bound).id());
            state.ifPresent(word -> points.move(
                    point,
                    PointState.ofWord(word)
                            .orElseThrow(() -> new ProblemException(Problem.of(
                                    "voc.bad-value", Long.toString(point), "field", "state", "value", word)))));
            items.forEach(item -> points.tie(item, point));
            ImprovementPoint now = points.list().stream()
                    .filter(each -> each.id() == point)
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            Problem.of("voc.no-point", store.info().name(), "id", Long.toString(point))));
            console.say("point %d, %s: %s".formatted(now.id(), now.state().word(), now.title()));
            return VocCommands.json(now);
        }
    }
}
