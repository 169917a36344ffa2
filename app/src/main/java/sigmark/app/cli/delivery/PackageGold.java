package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.packing.GoldPages;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "gold",
        description = "Makes pages gold: their accepted labels become known truth that packages can hide.",
        mixinStandardHelpOptions = true)
final class PackageGold implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--query", required = true, description = "which pages")
    private String query = "";

    @CommandLine.Option(names = "--remove", description = "takes the gold truth away again")
    private boolean remove;

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            GoldPages.Made made = remove
                    ? GoldPages.remove(store, SliceQuery.parse(query))
                    : GoldPages.make(store, SliceQuery.parse(query));
            console.say("%,d pages, %,d formulas".formatted(made.pages(), made.regions()));
            if (made.shown() > 0) {
                console.say("%,d pages left out: the guide shows them as examples".formatted(made.shown()));
            }
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("pages", made.pages())
                    .put("regions", made.regions())
                    .put("shownInGuide", made.shown());
        }
    }
}
