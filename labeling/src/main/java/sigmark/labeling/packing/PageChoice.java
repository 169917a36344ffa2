package sigmark.labeling.packing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.delivery.file.Hashes;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;

/**
 * The pages of a package, in the project's order, each with its role.
 *
 * @param leftOut pages that were asked for and do not go, with the reason
 */
public record PageChoice(Map<Page, PageRole> pages, List<LeftOut> leftOut) {
    public PageChoice {
        pages = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pages));
        leftOut = List.copyOf(leftOut);
    }

    /** Pages with their roles as the caller chose them; put into the project's order. */
    public static PageChoice of(Collection<Page> work, Collection<Page> overlap, Collection<Page> gold) {
        Map<Page, PageRole> roles = new LinkedHashMap<>();
        work.forEach(page -> roles.put(page, PageRole.WORK));
        overlap.forEach(page -> roles.put(page, PageRole.OVERLAP));
        gold.forEach(page -> roles.put(page, PageRole.GOLD));
        return new PageChoice(ordered(roles), List.of());
    }

    private static Map<Page, PageRole> ordered(Map<Page, PageRole> roles) {
        Map<Page, PageRole> ordered = new LinkedHashMap<>();
        roles.keySet().stream()
                .sorted(Comparator.comparingInt(Page::order).thenComparing(Page::id))
                .forEach(page -> ordered.put(page, roles.getOrDefault(page, PageRole.WORK)));
        return ordered;
    }

    /**
     * Chooses by an order. Gold pages never go as work, and never twice to one labeler; pages that somebody works on do
     * not go again but as overlap.
     *
     * @throws ProblemException {@code package.no-pages}
     */
    public static PageChoice by(PackageOrder order, ProjectStore store) {
        DeliveryStore deliveries = new DeliveryStore(store);
        Set<String> seen = deliveries.sentTo(order.labeler());
        Set<String> workedOn = deliveries.workedOn();
        List<String> gold = deliveries.goldPages();
        Set<String> goldSet = new HashSet<>(gold);
        List<LeftOut> leftOut = new ArrayList<>();
        List<Page> work = new ArrayList<>();
        for (Page page : store.pages().list(order.query())) {
            if (goldSet.contains(page.id())) {
                leftOut.add(new LeftOut(page.name(), Problem.of("package.page-is-gold", page.name())));
            } else if (workedOn.contains(page.id())) {
                leftOut.add(new LeftOut(page.name(), Problem.of("package.page-out-already", page.name())));
            } else if (order.most() == 0 || work.size() < order.most()) {
                work.add(page);
            }
        }
        Set<String> taken = new HashSet<>();
        work.forEach(page -> taken.add(page.id()));
        List<Page> overlap = pick(
                store,
                deliveries.workOfOthers(order.labeler()).stream()
                        .filter(id -> !seen.contains(id) && !taken.contains(id) && !goldSet.contains(id))
                        .toList(),
                order.overlap(),
                order.labeler());
        List<Page> hidden =
                pick(store, gold.stream().filter(id -> !seen.contains(id)).toList(), order.gold(), order.labeler());
        noteMissing("package.few-overlap", order.name(), order.overlap(), overlap.size(), leftOut);
        noteMissing("package.few-gold", order.name(), order.gold(), hidden.size(), leftOut);
        if (work.isEmpty() && overlap.isEmpty() && hidden.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "package.no-pages",
                    store.info().name(),
                    "query",
                    order.query().text()));
        }
        return new PageChoice(of(work, overlap, hidden).pages(), leftOut);
    }

    private static void noteMissing(String code, String name, int wanted, int found, List<LeftOut> leftOut) {
        if (found < wanted) {
            leftOut.add(new LeftOut(
                    name,
                    new Problem(
                            code, name, Map.of("wanted", Integer.toString(wanted), "found", Integer.toString(found)))));
        }
    }

    /** That many of the pages, by chance but always the same ones for the same labeler. */
    private static List<Page> pick(ProjectStore store, List<String> ids, int count, String labeler) {
        return ids.stream()
                .sorted(Comparator.comparing(
                        id -> Hashes.sha256((labeler + "\n" + id).getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .flatMap(id -> store.pages().find(id).stream())
                .limit(count)
                .toList();
    }
}
