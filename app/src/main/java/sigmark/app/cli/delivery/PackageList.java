package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;

@CommandLine.Command(
        name = "list",
        description = "Packages that went out, and how far they are.",
        mixinStandardHelpOptions = true)
final class PackageList implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            var list = document.putArray("packages");
            for (Delivery delivery : new DeliveryStore(store).list()) {
                console.say("%s  %-24s  %-16s  round %d  %-9s  %,d of %,d pages in  due %s"
                        .formatted(
                                delivery.work().id().substring(0, 8),
                                delivery.work().name(),
                                delivery.work().labeler(),
                                delivery.work().round(),
                                delivery.state().word(),
                                delivery.pagesIn(),
                                delivery.pages(),
                                delivery.work().deadline().map(Object::toString).orElse("–")));
                list.add(PackageText.json(delivery.work())
                        .put("state", delivery.state().word())
                        .put("pages", delivery.pages())
                        .put("pagesIn", delivery.pagesIn())
                        .put("gold", delivery.goldPages())
                        .put("overlap", delivery.overlapPages()));
            }
            return document;
        }
    }
}
