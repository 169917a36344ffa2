package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import picocli.CommandLine;
import sigmark.analysis.voc.VocIntake;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "into",
        description =
                "Makes an item's image a page of the project, tagged voc, with the user's LaTeX where it is known.",
        mixinStandardHelpOptions = true)
final class VocInto implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "ITEM", description = "id of the item")
    private String item = "";

    @CommandLine.Option(
            names = "--split",
            defaultValue = "TEST",
            description = "train, validation, test or none (default test)")
    private Split split = Split.TEST;

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            Page page = VocIntake.intoProject(store, item, split);
            console.say("page %s, split %s".formatted(page.name(), split.name().toLowerCase(Locale.ROOT)));
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("page", page.id())
                    .put("name", page.name())
                    .put("split", split.name().toLowerCase(Locale.ROOT));
        }
    }
}
