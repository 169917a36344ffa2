package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sigmark.analysis.acceptance.Judgement;
import sigmark.app.cli.Console;
import sigmark.app.cli.Figures;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.inspection.InspectedItem;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.inspection.SamplingPlan;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.InspectionStore;

/** How inspections are written on the command line. */
final class InspectText {
    private static final double PERCENT = 100;

    private InspectText() {}

    static void sayPlan(Console console, Inspection inspection) {
        SamplingPlan plan = inspection.plan();
        Judgement risks = Judgement.of(inspection);
        console.say("inspection %d: look at %,d of %,d regions, accept up to %d wrong (%s, seed %d)"
                .formatted(
                        inspection.id(),
                        plan.sampleSize(),
                        plan.lotSize(),
                        plan.acceptUpTo(),
                        plan.source(),
                        inspection.seed()));
        console.say(
                "risks: a package with %.2f %% wrong is returned with %.1f %%, one with %.2f %% accepted with %.1f %%"
                        .formatted(
                                PERCENT * plan.aql(),
                                PERCENT * risks.returnedAtAql(),
                                PERCENT * plan.ltpd(),
                                PERCENT * risks.acceptedAtLtpd()));
    }

    static void sayEnd(Console console, Judgement judgement) {
        console.say("%s: %d wrong among %d, %d slips that do not count; at most %d were allowed"
                .formatted(
                        judgement.accepted() ? "accepted" : "returned",
                        judgement.found(),
                        judgement.inspected(),
                        judgement.minor(),
                        judgement.plan().acceptUpTo()));
        console.say("error rate " + Figures.rate(judgement.rate())
                + "; with 95 %% confidence at most %,d of %,d regions (%.1f %%) are wrong"
                        .formatted(
                                judgement.wrongAtMost(), judgement.plan().lotSize(), PERCENT * judgement.rateAtMost()));
    }

    static ObjectNode json(Inspection inspection) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        SamplingPlan plan = inspection.plan();
        node.put("inspection", inspection.id()).put("package", inspection.deliveryId());
        node.put("round", inspection.round()).put("source", plan.source()).put("seed", inspection.seed());
        node.put("lotSize", plan.lotSize()).put("n", plan.sampleSize()).put("c", plan.acceptUpTo());
        Judgement judgement = Judgement.of(inspection);
        node.put("looked", judgement.inspected())
                .put("wrong", judgement.found())
                .put("minor", judgement.minor());
        node.put("wrongAtMost", judgement.wrongAtMost());
        node.put("returnedAtAql", judgement.returnedAtAql()).put("acceptedAtLtpd", judgement.acceptedAtLtpd());
        inspection.accepted().ifPresent(accepted -> node.put("accepted", accepted));
        var items = node.putArray("items");
        for (InspectedItem item : inspection.items()) {
            ObjectNode each = items.addObject().put("item", item.place());
            each.put("page", item.pageId()).put("region", item.regionId());
            item.verdict().ifPresent(verdict -> each.put(
                            "verdict",
                            verdict.reason().map(reason -> reason.word()).orElse("right"))
                    .put("remark", verdict.remark()));
        }
        return node;
    }

    /** The inspection of a package that is going on, else its last one. */
    static Inspection newest(ProjectStore store, String packageId) {
        return new InspectionStore(store)
                .newestOf(packageId)
                .orElseThrow(() -> new ProblemException(Problem.of("inspection.not-found", packageId)));
    }
}
