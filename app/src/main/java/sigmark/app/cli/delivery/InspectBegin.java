package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine;
import sigmark.analysis.acceptance.PackageInspection;
import sigmark.analysis.acceptance.PlanWish;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "begin",
        description = "Draws a random sample of a package's regions by a plan; the same seed draws the same sample.",
        mixinStandardHelpOptions = true)
final class InspectBegin implements Command {
    private static final double PERCENT = 100;

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "PACKAGE", description = "its name, or the beginning of its id")
    private String which = "";

    @CommandLine.Option(names = "--iso", description = "the tables of ISO 2859-1, level II, for the AQL")
    private boolean iso;

    @CommandLine.Option(names = "--tightened", description = "tightened inspection; with --iso")
    private boolean tightened;

    @CommandLine.Option(names = "--aql", paramLabel = "PERCENT", description = "nearly always accepted (default 1)")
    private OptionalDouble aql = OptionalDouble.empty();

    @CommandLine.Option(names = "--ltpd", paramLabel = "PERCENT", description = "hardly ever accepted (default 5)")
    private OptionalDouble ltpd = OptionalDouble.empty();

    @CommandLine.Option(names = "--alpha", paramLabel = "PERCENT", description = "risk at the AQL (default 5)")
    private OptionalDouble alpha = OptionalDouble.empty();

    @CommandLine.Option(names = "--beta", paramLabel = "PERCENT", description = "risk at the LTPD (default 10)")
    private OptionalDouble beta = OptionalDouble.empty();

    @CommandLine.Option(names = "--seed", defaultValue = "1", description = "of the sample (default ${DEFAULT-VALUE})")
    private long seed = 1;

    @Override
    public JsonNode run(Console console) {
        double wanted = aql.orElse(1) / PERCENT;
        PlanWish wish = new PlanWish(
                iso,
                tightened,
                wanted,
                alpha.orElse(5) / PERCENT,
                ltpd.orElse(Math.max(5, 5 * aql.orElse(1))) / PERCENT,
                beta.orElse(10) / PERCENT);
        try (ProjectStore store = project.open()) {
            String id = PackageText.named(store, which).work().id();
            Inspection inspection = new PackageInspection(store).begin(id, wish, seed);
            InspectText.sayPlan(console, inspection);
            inspection.items().forEach(item -> {
                Optional<FormulaRegion> region = store.regions().find(item.regionId());
                console.say("%4d  %s  %s"
                        .formatted(
                                item.place(),
                                store.pages()
                                        .find(item.pageId())
                                        .map(page -> page.name())
                                        .orElse(item.pageId()),
                                region.flatMap(FormulaRegion::latex).orElse("–")));
            });
            return InspectText.json(inspection);
        }
    }
}
