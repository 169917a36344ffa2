package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import sigmark.labeling.edit.HistoryEntry;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "history",
        description = "Who changed what, when, newest first.",
        mixinStandardHelpOptions = true)
final class History implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(
            names = "--limit",
            defaultValue = "50",
            description = "entries shown (default ${DEFAULT-VALUE})")
    private int limit = 50;

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            List<HistoryEntry> entries = store.history(Long.MAX_VALUE, limit);
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("revision", store.info().revision());
            var list = document.putArray("entries");
            for (HistoryEntry entry : entries) {
                String kind = entry.kind().name().toLowerCase(Locale.ROOT);
                console.say("%6d  %s  %-12s %s%s"
                        .formatted(
                                entry.revision(),
                                entry.at(),
                                entry.person(),
                                kind.equals("edit") ? entry.edit() : kind + " " + entry.edit(),
                                entry.undone() ? " (taken back)" : ""));
                ObjectNode node = list.addObject()
                        .put("revision", entry.revision())
                        .put("at", entry.at().toString())
                        .put("person", entry.person())
                        .put("kind", kind)
                        .put("edit", entry.edit())
                        .put("activeMillis", entry.activeMillis())
                        .put("guideVersion", entry.guideVersion())
                        .put("undone", entry.undone());
                entry.pageId().ifPresent(id -> node.put("page", id));
                entry.regionId().ifPresent(id -> node.put("region", id));
            }
            return document;
        }
    }
}
