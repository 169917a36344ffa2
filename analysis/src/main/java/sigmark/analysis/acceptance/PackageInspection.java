package sigmark.analysis.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.delivery.ReturnRemark;
import sigmark.labeling.edit.MergeLabels;
import sigmark.labeling.inspection.InspectedItem;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.inspection.SamplingPlan;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;
import sigmark.labeling.store.delivery.InspectionStore;

/** Begins, continues and decides the inspection of a package. The lot is the regions that it brought into the project. */
public final class PackageInspection {
    private final ProjectStore store;
    private final InspectionStore inspections;

    public PackageInspection(ProjectStore store) {
        this.store = store;
        this.inspections = new InspectionStore(store);
    }

    /** A region of the lot. */
    private record Item(String pageId, String regionId) {}

    /** How many regions could be inspected. */
    public int lotSize(String packageId) {
        return lot(packageId).size();
    }

    /** Regions that came back on pages to be labeled and are in the project, in an order that does not depend on time. */
    private List<Item> lot(String packageId) {
        List<Item> items = new ArrayList<>();
        for (DeliveredPage page : new DeliveryStore(store).pages(packageId)) {
            if (page.role() != PageRole.WORK || page.delivered().isEmpty()) {
                continue;
            }
            Set<String> came = page.delivered().get().regions().stream()
                    .map(FormulaRegion::id)
                    .collect(Collectors.toSet());
            store.regions().ofPage(page.pageId(), Layer.HUMAN).stream()
                    .filter(region -> came.contains(region.id()))
                    .forEach(region -> items.add(new Item(page.pageId(), region.id())));
        }
        items.sort(Comparator.comparing(Item::regionId));
        return items;
    }

    /**
     * Draws a sample and begins; an inspection of this round that is not decided yet is gone on with.
     *
     * @throws ProblemException {@code package.unknown}, {@code inspection.nothing-in}, {@code inspection.no-plan}
     */
    public Inspection begin(String packageId, PlanWish wish, long seed) {
        Delivery delivery = new DeliveryStore(store)
                .find(packageId)
                .orElseThrow(() -> new ProblemException(Problem.of("package.unknown", packageId)));
        int round = delivery.work().round();
        var running = inspections
                .newestOf(packageId)
                .filter(one -> one.round() == round && one.accepted().isEmpty());
        if (running.isPresent()) {
            return running.get();
        }
        List<Item> lot = lot(packageId);
        if (lot.isEmpty()) {
            throw new ProblemException(
                    Problem.of("inspection.nothing-in", delivery.work().name()));
        }
        SamplingPlan plan = wish.of(lot.size());
        List<InspectedItem> items = new ArrayList<>();
        for (Item item : SampleDraw.draw(lot, plan.sampleSize(), seed)) {
            items.add(new InspectedItem(items.size() + 1, item.pageId(), item.regionId(), java.util.Optional.empty()));
        }
        long id = inspections.begin(packageId, round, plan, seed, items);
        return inspections.find(id).orElseThrow();
    }

    /**
     * Accepts or returns the package by its plan: states of its pages and regions follow. Wrong regions of the sample are
     * returned in either case.
     *
     * @throws ProblemException {@code inspection.open-items}, {@code inspection.decided}
     */
    public Judgement decide(Inspection inspection) {
        if (inspection.open() > 0) {
            throw new ProblemException(Problem.of(
                    "inspection.open-items",
                    Long.toString(inspection.id()),
                    "count",
                    Long.toString(inspection.open())));
        }
        Judgement judgement = Judgement.of(inspection);
        inspections.decide(inspection, judgement.accepted(), states(inspection, judgement.accepted()));
        return judgement;
    }

    private MergeLabels states(Inspection inspection, boolean accepted) {
        Set<String> wrong = new LinkedHashSet<>();
        inspection.items().stream()
                .filter(item -> item.reason().isPresent())
                .forEach(item -> wrong.add(item.regionId()));
        List<FormulaRegion> put = new ArrayList<>();
        Map<String, LabelState> pages = new HashMap<>();
        for (DeliveredPage page : new DeliveryStore(store).pages(inspection.deliveryId())) {
            var there = store.pages().find(page.pageId()).map(Page::id);
            if (page.role() != PageRole.WORK || page.delivered().isEmpty() || there.isEmpty()) {
                continue;
            }
            boolean pageWrong = false;
            for (FormulaRegion region : store.regions().ofPage(page.pageId(), Layer.HUMAN)) {
                boolean back = wrong.contains(region.id());
                pageWrong |= back;
                LabelState state = back || !accepted ? LabelState.RETURNED : LabelState.ACCEPTED;
                if (region.state() != state) {
                    put.add(region.withState(state));
                }
            }
            pages.put(page.pageId(), pageWrong || !accepted ? LabelState.RETURNED : LabelState.ACCEPTED);
        }
        return new MergeLabels(put, List.of(), pages);
    }

    /** What goes out with a returned package: the reasons and remarks of the regions that were found wrong. */
    public List<ReturnRemark> remarks(String packageId) {
        return inspections.newestOf(packageId).stream()
                .flatMap(inspection -> inspection.items().stream())
                .flatMap(item -> item.verdict().stream()
                        .filter(verdict -> verdict.reason().isPresent())
                        .map(verdict -> new ReturnRemark(
                                item.pageId(),
                                item.regionId(),
                                verdict.reason().orElseThrow().word(),
                                verdict.remark())))
                .toList();
    }
}
