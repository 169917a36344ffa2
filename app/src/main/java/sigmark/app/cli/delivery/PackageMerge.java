package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import sigmark.app.cli.BalanceJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.Keys;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.delivery.Conflict;
import sigmark.labeling.delivery.RegionField;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.packing.MergeReport;
import sigmark.labeling.packing.PackageIn;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "in",
        description = "Merges a return: what changed here and there since the package went out. All of it or nothing.",
        mixinStandardHelpOptions = true)
final class PackageMerge implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "FILE", description = "the .sigpack that was handed in")
    private Path file = Path.of("");

    @CommandLine.Option(
            names = "--conflicts",
            defaultValue = "ask",
            paramLabel = "RULE",
            description = "ask (list them, merge nothing), ours, theirs or newer (default ${DEFAULT-VALUE})")
    private String rule = "ask";

    @CommandLine.Option(
            names = "--choose",
            split = ",",
            paramLabel = "REGION=ours|theirs",
            description = "decides single conflicts")
    private Map<String, String> choices = new HashMap<>();

    @CommandLine.Option(names = "--trust", paramLabel = "FINGERPRINT", description = "the labeler's key, as compared")
    private Optional<String> trust = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        Resolution resolution = resolution();
        try (ProjectStore store = project.open()) {
            MergeReport report =
                    new PackageIn(store, Keys.guide()).merge(file, resolution, trust, console.progress("merge"));
            if (report.end() == MergeReport.End.CONFLICTS) {
                report.open().forEach(conflict -> say(console, store, conflict));
                throw new ProblemException(Problem.of(
                        "package.conflicts",
                        file.toString(),
                        "count",
                        Integer.toString(report.open().size())));
            }
            if (report.end() == MergeReport.End.MERGED) {
                console.say("merged return %d of “%s”: %,d pages, %,d conflicts solved"
                        .formatted(
                                report.handIn(),
                                report.work().name(),
                                report.pages(),
                                report.conflicts().size()));
            }
            console.say(report.balance());
            ObjectNode node = BalanceJson.of(report.balance(), console);
            node.put("package", report.work().id()).put("handIn", report.handIn());
            node.put("merged", report.end() == MergeReport.End.MERGED).put("pages", report.pages());
            ArrayNode list = node.putArray("conflicts");
            report.conflicts().forEach(conflict -> list.addObject()
                    .put("page", conflict.pageId())
                    .put("region", conflict.regionId())
                    .put("kind", conflict.kind().word()));
            return node;
        }
    }

    private Resolution resolution() {
        try {
            Map<String, Resolution.Side> sides = new HashMap<>();
            choices.forEach((id, side) -> sides.put(id, Resolution.Side.valueOf(side.toUpperCase(Locale.ROOT))));
            return new Resolution(
                    Resolution.Rule.ofWord(rule).orElseThrow(() -> new IllegalArgumentException(rule)), sides);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    command.commandLine(),
                    "--conflicts takes ask, ours, theirs or newer; --choose takes REGION=ours or REGION=theirs",
                    e);
        }
    }

    private static void say(Console console, ProjectStore store, Conflict conflict) {
        String page =
                store.pages().find(conflict.pageId()).map(found -> found.name()).orElse(conflict.pageId());
        List<String> fields = conflict.fields().stream().map(RegionField::word).collect(Collectors.toList());
        console.say("%s  %s  %s %s"
                .formatted(conflict.regionId(), page, conflict.kind().word(), fields));
        console.say("  sent    " + side(conflict.base()));
        console.say("  ours    " + side(conflict.ours()));
        console.say("  theirs  " + side(conflict.theirs()));
    }

    private static String side(Optional<FormulaRegion> region) {
        return region.map(there -> "%s  [%.1f, %.1f, %.1f, %.1f] %s"
                        .formatted(
                                there.latex().orElse("(no LaTeX)"),
                                there.box().left(),
                                there.box().top(),
                                there.box().right(),
                                there.box().bottom(),
                                there.kind().word()))
                .orElse("(not there)");
    }
}
