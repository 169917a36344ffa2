package sigmark.app.cli.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideDiff;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.RuleChange;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/** What changed between two versions of the guide. */
@CommandLine.Command(
        name = "diff",
        description = "Lists the rules that changed between two versions of the guide.",
        mixinStandardHelpOptions = true)
public final class GuideCompare implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--from", paramLabel = "VERSION", description = "otherwise the one before")
    private Optional<Integer> from = Optional.empty();

    @CommandLine.Option(names = "--to", paramLabel = "VERSION", description = "otherwise the one in force")
    private Optional<Integer> to = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            GuideStore guides = new GuideStore(store);
            int newer = to.orElse(store.info().guideVersion());
            int older = from.orElse(newer - 1);
            Guide after = guide(guides, newer);
            List<RuleChange> changes = GuideDiff.between(guide(guides, older), after);
            console.say("guide %d to %d: %,d rules changed".formatted(older, newer, changes.size()));
            ObjectNode document =
                    JsonNodeFactory.instance.objectNode().put("from", older).put("to", newer);
            ArrayNode list = document.putArray("changes");
            for (RuleChange change : changes) {
                List<String> parts = change.parts().stream()
                        .map(part -> part.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList();
                String kind = change.kind().name().toLowerCase(Locale.ROOT);
                console.say("  %-6s %-8s %s".formatted(change.ruleId(), kind, String.join(", ", parts)));
                ObjectNode node = list.addObject()
                        .put("rule", change.ruleId())
                        .put("change", kind)
                        .put("touchesLabels", change.touchesLabels());
                ArrayNode named = node.putArray("parts");
                parts.forEach(named::add);
            }
            return document;
        }
    }

    /** Version 0 is no guide at all. */
    private static Guide guide(GuideStore guides, int version) {
        if (version <= 0) {
            return Guide.EMPTY;
        }
        return guides.version(version)
                .map(GuideVersion::source)
                .map(source -> GuideReader.read(source).guide())
                .orElseThrow(() -> new ProblemException(Problem.of("guide.no-version", Integer.toString(version))));
    }
}
