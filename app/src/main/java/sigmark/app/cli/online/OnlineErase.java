package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;
import sigmark.labeling.store.online.UserErasure;

@CommandLine.Command(
        name = "erase",
        description = "Takes one person out of the online events; every number stays what it was.",
        mixinStandardHelpOptions = true)
final class OnlineErase implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "USER", description = "the pseudonym")
    private String user = "";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            UserErasure.Erased erased = new OnlineStore(store).erase(user);
            console.say("%,d requests emptied of the person".formatted(erased.events()));
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("events", erased.events());
            TrialFolders.erase(store.info().folder(), user, erased.images(), console, document);
            return document;
        }
    }
}
