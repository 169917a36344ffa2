package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import sigmark.analysis.doubt.DoubtRanking;
import sigmark.analysis.doubt.DoubtReason;
import sigmark.analysis.labeler.GoldScore;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.Figures;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.project.Layer;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;

@CommandLine.Command(
        name = "check",
        description = "What can be said without a person: gold score, and the labels most likely wrong.",
        mixinStandardHelpOptions = true)
final class InspectCheck implements Command {
    private static final int SHOWN = 20;

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "PACKAGE", description = "its name, or the beginning of its id")
    private String which = "";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            List<DeliveredPage> pages = new DeliveryStore(store)
                    .pages(PackageText.named(store, which).work().id());
            GoldScore gold = GoldScore.of(store, pages);
            console.say("gold: formulas right " + Figures.rate(gold.right()) + ", with a box "
                    + Figures.rate(gold.boxes()) + ", boxes too many " + gold.extra());
            List<DoubtRanking.Doubtful> doubtful = doubtful(store, pages);
            console.say("doubtful labels: %,d".formatted(doubtful.size()));
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.putObject("gold")
                    .put("right", gold.right().k())
                    .put("formulas", gold.right().n())
                    .put("boxes", gold.boxes().k())
                    .put("extra", gold.extra());
            var list = document.putArray("doubtful");
            for (DoubtRanking.Doubtful each : doubtful) {
                String reasons =
                        each.reasons().stream().map(DoubtReason::word).sorted().collect(Collectors.joining(", "));
                if (list.size() < SHOWN) {
                    console.say("  %.2f  %s  %s  (%s)"
                            .formatted(
                                    each.doubt(),
                                    each.region().id(),
                                    each.region().latex().orElse("–"),
                                    reasons));
                }
                list.addObject()
                        .put("region", each.region().id())
                        .put("page", each.region().pageId())
                        .put("doubt", each.doubt())
                        .put("reasons", reasons);
            }
            return document;
        }
    }

    private static List<DoubtRanking.Doubtful> doubtful(ProjectStore store, List<DeliveredPage> pages) {
        List<DoubtRanking.Doubtful> all = new ArrayList<>();
        for (DeliveredPage page : pages) {
            if (page.role() == PageRole.WORK && page.delivered().isPresent()) {
                all.addAll(DoubtRanking.of(
                        store.regions().ofPage(page.pageId(), Layer.HUMAN),
                        store.regions().ofPage(page.pageId(), Layer.PROPOSAL)));
            }
        }
        all.sort(DoubtRanking.ORDER);
        return all;
    }
}
