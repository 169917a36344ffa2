package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.SetPageTags;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "tag",
        description = "Adds tags to pages, or takes them away.",
        mixinStandardHelpOptions = true)
final class TagPages implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--query", description = "which pages, in the query language; otherwise all")
    private Optional<String> query = Optional.empty();

    @CommandLine.Option(names = "--add", paramLabel = "TAG", description = "may be given several times")
    private List<String> add = List.of();

    @CommandLine.Option(names = "--remove", paramLabel = "TAG", description = "may be given several times")
    private List<String> remove = List.of();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            List<Edit> edits = new ArrayList<>();
            List<Page> pages = store.pages().list(ProjectArgument.query(query));
            for (Page page : pages) {
                Set<String> tags = new TreeSet<>(page.tags());
                tags.addAll(add);
                remove.forEach(tags::remove);
                if (!tags.equals(page.tags())) {
                    edits.add(new SetPageTags(page.id(), tags));
                }
            }
            if (!edits.isEmpty()) {
                store.apply(new Compound(edits, "tag-pages"), 0);
            }
            console.say("%,d of %,d pages changed".formatted(edits.size(), pages.size()));
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("pages", pages.size())
                    .put("changed", edits.size());
        }
    }
}
