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
import sigmark.labeling.store.online.VocStore;

@CommandLine.Command(
        name = "erase",
        description = "Takes one person out of complaints and online events; every number stays what it was.",
        mixinStandardHelpOptions = true)
final class VocErase implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "USER", description = "the pseudonym")
    private String user = "";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            VocStore.Erased items = new VocStore(store).erase(user);
            UserErasure.Erased events = new OnlineStore(store).erase(user);
            console.say("%,d items and %,d requests emptied of the person".formatted(items.items(), events.events()));
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("items", items.items())
                    .put("events", events.events());
            TrialFolders.erase(store.info().folder(), user, events.images(), console, document);
            document.putArray("pages");
            items.pages().forEach(page -> {
                console.say("a page was made of an item, remove it by hand: " + page);
                document.withArray("pages").add(page);
            });
            return document;
        }
    }
}
