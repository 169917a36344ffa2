package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine;
import sigmark.analysis.acceptance.Judgement;
import sigmark.analysis.acceptance.PackageInspection;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "decide",
        description = "Accepts or returns the package by its plan, with the error rate and what both risks are.",
        mixinStandardHelpOptions = true)
final class InspectDecide implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "PACKAGE", description = "its name, or the beginning of its id")
    private String which = "";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            String id = PackageText.named(store, which).work().id();
            Inspection inspection = InspectText.newest(store, id);
            Judgement judgement = new PackageInspection(store).decide(inspection);
            InspectText.sayEnd(console, judgement);
            InspectText.sayPlan(console, inspection);
            return InspectText.json(InspectText.newest(store, id));
        }
    }
}
