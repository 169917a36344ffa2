package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

@CommandLine.Command(
        name = "new",
        description = "Makes an empty project: a folder with a NAME.sigmark file in it.",
        mixinStandardHelpOptions = true)
final class NewProject implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--name", description = "shown to people; otherwise the folder's name")
    private Optional<String> name = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        Path folder = project.path().toAbsolutePath().normalize();
        String shown = name.orElseGet(() -> folder.getFileName().toString());
        try (ProjectStore store = ProjectStore.create(folder, shown, project.author())) {
            new GuideStore(store).adoptShipped();
            console.say("made " + store.info().file());
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("project", store.info().id())
                    .put("file", store.info().file().toString());
        }
    }
}
