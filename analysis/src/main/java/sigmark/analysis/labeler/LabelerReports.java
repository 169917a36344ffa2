package sigmark.analysis.labeler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.inspection.InspectedItem;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;
import sigmark.labeling.store.delivery.InspectionStore;

/** Makes the reports of all labelers from what packages brought back. */
public final class LabelerReports {
    private final ProjectStore store;
    private final Function<FormulaRegion, List<String>> rules;

    /** @param rules ids of the work guide's rules that a region violates */
    public LabelerReports(ProjectStore store, Function<FormulaRegion, List<String>> rules) {
        this.store = store;
        this.rules = rules;
    }

    /** Reports by labeler's name. */
    public List<LabelerReport> all(Progress progress) {
        DeliveryStore deliveries = new DeliveryStore(store);
        List<Inspection> inspections = new InspectionStore(store).list();
        Map<String, List<PackageRecord>> records = new TreeMap<>();
        Map<String, String> vendors = new HashMap<>();
        Map<String, Map<String, PageLabels>> byLabeler = new TreeMap<>();
        List<Delivery> oldestFirst = new ArrayList<>(deliveries.list());
        Collections.reverse(oldestFirst);
        int done = 0;
        for (Delivery delivery : oldestFirst) {
            if (progress.cancelled()) {
                break;
            }
            String labeler = delivery.work().labeler();
            List<DeliveredPage> pages = deliveries.pages(delivery.work().id());
            records.computeIfAbsent(labeler, name -> new ArrayList<>()).add(record(delivery, pages, inspections));
            vendors.put(labeler, delivery.work().vendor());
            pages.forEach(page -> page.firstDelivered().ifPresent(labels -> byLabeler
                    .computeIfAbsent(labeler, name -> new LinkedHashMap<>())
                    .put(page.pageId(), labels)));
            progress.update(++done, oldestFirst.size(), delivery.work().name());
        }
        List<LabelerReport> reports = new ArrayList<>();
        records.forEach((labeler, packages) -> reports.add(new LabelerReport(
                labeler, vendors.getOrDefault(labeler, ""), packages, agreement(labeler, byLabeler))));
        return reports;
    }

    private PackageRecord record(Delivery delivery, List<DeliveredPage> pages, List<Inspection> inspections) {
        int regions = 0;
        int allRegions = 0;
        int accepted = 0;
        int returned = 0;
        int corrections = 0;
        long active = 0;
        long span = 0;
        Map<String, Integer> violations = new TreeMap<>();
        for (DeliveredPage page : pages) {
            active += page.activeMillis();
            span += page.spanMillis();
            List<FormulaRegion> delivered =
                    page.delivered().map(PageLabels::regions).orElse(List.of());
            allRegions += delivered.size();
            if (page.role() != PageRole.WORK || page.delivered().isEmpty()) {
                continue;
            }
            regions += delivered.size();
            Map<String, FormulaRegion> now = store.regions().ofPage(page.pageId(), Layer.HUMAN).stream()
                    .collect(Collectors.toMap(FormulaRegion::id, region -> region));
            for (FormulaRegion region : delivered) {
                rules.apply(region).forEach(rule -> violations.merge(rule, 1, Integer::sum));
                FormulaRegion here = now.get(region.id());
                if (here == null) {
                    corrections++;
                    continue;
                }
                accepted += here.state() == LabelState.ACCEPTED ? 1 : 0;
                returned += here.state() == LabelState.RETURNED ? 1 : 0;
                corrections += corrected(region, here) ? 1 : 0;
            }
        }
        return new PackageRecord(
                delivery,
                GoldScore.of(store, pages),
                regions,
                allRegions,
                accepted,
                returned,
                firstPass(delivery, inspections),
                corrections,
                active,
                span,
                violations);
    }

    private static boolean corrected(FormulaRegion delivered, FormulaRegion now) {
        return !delivered.latex().equals(now.latex())
                || delivered.kind() != now.kind()
                || delivered.box().area() != now.box().area();
    }

    private static Proportion firstPass(Delivery delivery, List<Inspection> inspections) {
        return inspections.stream()
                .filter(each -> each.deliveryId().equals(delivery.work().id()) && each.round() == 1)
                .findFirst()
                .map(first -> {
                    List<InspectedItem> looked = first.items().stream()
                            .filter(item -> !item.isOpen())
                            .toList();
                    long right = looked.stream()
                            .filter(item -> item.reason().isEmpty())
                            .count();
                    return new Proportion(right, looked.size());
                })
                .orElse(new Proportion(0, 0));
    }

    /** With everybody else who delivered the same page first. */
    private static OverlapScore agreement(String labeler, Map<String, Map<String, PageLabels>> byLabeler) {
        List<PageLabels> mine = new ArrayList<>();
        List<PageLabels> others = new ArrayList<>();
        byLabeler
                .getOrDefault(labeler, Map.of())
                .forEach((pageId, labels) -> byLabeler.forEach((other, pages) -> {
                    PageLabels theirs = pages.get(pageId);
                    if (!other.equals(labeler) && theirs != null && theirs.samePicture(labels)) {
                        mine.add(labels);
                        others.add(theirs);
                    }
                }));
        return OverlapScore.of(mine, others);
    }
}
