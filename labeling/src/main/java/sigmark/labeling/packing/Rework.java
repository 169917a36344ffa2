package sigmark.labeling.packing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.Page;
import sigmark.labeling.review.ReviewOutcome;
import sigmark.labeling.review.ReviewedRegion;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;

/** Sends labels that a new guide touches back to those who made them, each labeler's in a package of their own. */
public final class Rework {
    private Rework() {}

    /** Regions that each labeler has to look at again, by name. */
    public static Map<String, Integer> regionsByLabeler(ReviewOutcome touched) {
        Map<String, Integer> counts = new TreeMap<>();
        touched.broken()
                .forEach(region -> counts.merge(region.region().provenance().person(), 1, Integer::sum));
        return counts;
    }

    /** Pages with labels of a labeler among those that were touched, in the order found. */
    public static List<Page> pages(ReviewOutcome touched, String labeler) {
        Map<String, Page> pages = new LinkedHashMap<>();
        touched.broken().stream()
                .filter(region -> region.region().provenance().person().equals(labeler))
                .forEach(region -> pages.put(region.page().id(), region.page()));
        return List.copyOf(pages.values());
    }

    /**
     * Writes the package of one labeler; the rules that found something are named in its note. Pages that somebody works
     * on now, and gold pages, stay.
     *
     * @throws ProblemException {@code package.no-pages} when none is left
     */
    public static PackageOut.Sent send(
            ProjectStore store, PackageOut out, ReviewOutcome touched, String labeler, Path file, Progress progress) {
        DeliveryStore deliveries = new DeliveryStore(store);
        Set<String> workedOn = deliveries.workedOn();
        Set<String> gold = new HashSet<>(deliveries.goldPages());
        List<Page> work = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Page page : pages(touched, labeler)) {
            if (gold.contains(page.id())) {
                leftOut.add(new LeftOut(page.name(), Problem.of("package.page-is-gold", page.name())));
            } else if (workedOn.contains(page.id())) {
                leftOut.add(new LeftOut(page.name(), Problem.of("package.page-out-already", page.name())));
            } else {
                work.add(page);
            }
        }
        if (work.isEmpty()) {
            throw new ProblemException(
                    Problem.of("package.no-pages", store.info().name(), "query", labeler));
        }
        PageChoice chosen = PageChoice.of(work, List.of(), List.of());
        return out.send(order(store, touched, labeler), new PageChoice(chosen.pages(), leftOut), file, progress);
    }

    private static PackageOrder order(ProjectStore store, ReviewOutcome touched, String labeler) {
        String guide = "Guide " + store.info().guideVersion();
        return new PackageOrder(
                guide,
                labeler,
                "",
                PackageOrder.UNTOUCHED,
                0,
                0,
                0,
                PackageOrder.LabelsSent.OWN,
                false,
                Optional.empty(),
                guide + ": " + String.join(", ", rules(touched, labeler)));
    }

    private static Set<String> rules(ReviewOutcome touched, String labeler) {
        Set<String> rules = new TreeSet<>();
        for (ReviewedRegion region : touched.broken()) {
            if (region.region().provenance().person().equals(labeler)) {
                region.findings().forEach(finding -> rules.add(finding.rule().id()));
            }
        }
        return rules;
    }
}
