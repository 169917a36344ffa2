package sigmark.labeling.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Provenance;

/**
 * The project with an edit's changes on top, not yet written. Edits in one compound see what those before them did. Not
 * safe for several threads.
 */
public final class Draft {
    private final Truth truth;
    private final Stamp stamp;
    private final Map<String, Optional<Page>> pages = new LinkedHashMap<>();
    private final Map<String, Optional<FormulaRegion>> regions = new LinkedHashMap<>();
    /** Ids of regions that were put on a page, so that a large edit need not look through all for each page. */
    private final Map<String, Set<String>> putOn = new HashMap<>();

    private boolean activeTimeGiven;

    public Draft(Truth truth, Stamp stamp) {
        this.truth = truth;
        this.stamp = stamp;
    }

    public Page page(String pageId) {
        return findPage(pageId).orElseThrow(() -> new ProblemException(Problem.of("edit.no-such-page", pageId)));
    }

    public FormulaRegion region(String regionId) {
        return findRegion(regionId)
                .orElseThrow(() -> new ProblemException(Problem.of("edit.no-such-region", regionId)));
    }

    /** A region that people may change: not one that a model proposed. */
    public FormulaRegion ownRegion(String regionId) {
        FormulaRegion region = region(regionId);
        if (region.layer() == Layer.PROPOSAL) {
            throw refused("proposal", regionId);
        }
        return region;
    }

    public Optional<FormulaRegion> findRegion(String regionId) {
        Optional<FormulaRegion> drafted = regions.get(regionId);
        return drafted != null ? drafted : truth.region(regionId);
    }

    /** The page's regions of that layer in reading order. */
    public List<FormulaRegion> regionsOf(String pageId, Layer layer) {
        Map<String, FormulaRegion> found = new LinkedHashMap<>();
        for (FormulaRegion region : truth.regionsOf(pageId)) {
            if (!regions.containsKey(region.id())) {
                found.put(region.id(), region);
            }
        }
        for (String id : putOn.getOrDefault(pageId, Set.of())) {
            findRegion(id).filter(region -> region.pageId().equals(pageId)).ifPresent(region -> found.put(id, region));
        }
        return found.values().stream()
                .filter(region -> region.layer() == layer)
                .sorted(Comparator.comparingInt(FormulaRegion::order))
                .toList();
    }

    /** The content of a region was changed by the person: it and its page count as labeled from now on. */
    public void label(FormulaRegion region) {
        LabelState state = region.state() == LabelState.UNTOUCHED ? LabelState.LABELED : region.state();
        stamped(region.withState(state));
        if (region.layer() == Layer.HUMAN) {
            touchPage(region.pageId());
        }
    }

    /** The person worked on the page: it counts as labeled from now on. */
    public void touchPage(String pageId) {
        Page page = page(pageId);
        if (page.state() == LabelState.UNTOUCHED) {
            put(page.withState(LabelState.LABELED));
        }
    }

    /** Something about a region was changed by the person, its state perhaps. */
    public void stamped(FormulaRegion region) {
        Provenance was = region.provenance();
        long active = activeTimeGiven ? 0 : stamp.activeMillis();
        activeTimeGiven = true;
        boolean isNew = was.equals(Provenance.UNKNOWN);
        put(region.withProvenance(new Provenance(
                isNew ? stamp.author().person() : was.person(),
                isNew ? stamp.at() : was.createdAt(),
                stamp.at(),
                was.activeMillis() + active,
                stamp.guideVersion(),
                stamp.workPackage().or(was::workPackage))));
    }

    /** Puts a region as it is, for changes that are not the person's work on it. */
    public void put(FormulaRegion region) {
        regions.put(region.id(), Optional.of(region));
        putOn.computeIfAbsent(region.pageId(), page -> new LinkedHashSet<>()).add(region.id());
    }

    public void put(Page page) {
        pages.put(page.id(), Optional.of(page));
    }

    public void delete(String regionId) {
        regions.put(regionId, Optional.empty());
    }

    public void removePage(String pageId) {
        page(pageId);
        pages.put(pageId, Optional.empty());
    }

    /** What came of it: only what really differs from the project. */
    public Deltas deltas() {
        List<Delta<Page>> changedPages = new ArrayList<>();
        pages.forEach((id, after) -> addIfDifferent(changedPages, truth.page(id), after));
        List<Delta<FormulaRegion>> changedRegions = new ArrayList<>();
        regions.forEach((id, after) -> addIfDifferent(changedRegions, truth.region(id), after));
        return new Deltas(changedPages, changedRegions);
    }

    /** The exception for an edit that makes no sense; the reason is a word of message {@code edit.refused.<reason>}. */
    static ProblemException refused(String reason, String where) {
        return new ProblemException(Problem.of("edit.refused-" + reason, where));
    }

    private Optional<Page> findPage(String pageId) {
        Optional<Page> drafted = pages.get(pageId);
        return drafted != null ? drafted : truth.page(pageId);
    }

    private static <T> void addIfDifferent(List<Delta<T>> deltas, Optional<T> before, Optional<T> after) {
        if (!before.equals(after)) {
            deltas.add(new Delta<>(before, after));
        }
    }
}
