package sigmark.app.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.labeling.edit.Delta;
import sigmark.labeling.edit.Deltas;
import sigmark.labeling.edit.Draft;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.Stamp;
import sigmark.labeling.edit.Truth;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.RegionFlag;

/**
 * The open page with all edits made so far, those included that are still on their way to the disk. A value: an edit
 * makes a new one, by the very code by which the store carries it out.
 */
record LocalPage(Page page, Map<String, FormulaRegion> regions) implements Truth {
    LocalPage {
        regions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    }

    static LocalPage of(Page page, List<FormulaRegion> regions) {
        Map<String, FormulaRegion> byId = new LinkedHashMap<>();
        regions.forEach(region -> byId.put(region.id(), region));
        return new LocalPage(page, byId);
    }

    /** The page as it will be; the same when the edit asks for what is. */
    LocalPage after(Edit edit, Stamp stamp) {
        return with(deltas(edit, stamp));
    }

    /** What the edit would change; nothing when it asks for what is. */
    Deltas deltas(Edit edit, Stamp stamp) {
        Draft draft = new Draft(this, stamp);
        edit.applyTo(draft);
        return draft.deltas();
    }

    /** The page with these changes; a page that is removed is shown until another one is opened. */
    LocalPage with(Deltas deltas) {
        if (deltas.isEmpty()) {
            return this;
        }
        Map<String, FormulaRegion> changed = new LinkedHashMap<>(regions);
        for (Delta<FormulaRegion> delta : deltas.regions()) {
            delta.after()
                    .ifPresentOrElse(
                            region -> changed.put(region.id(), region),
                            () -> changed.remove(delta.latest().id()));
        }
        Page after = page;
        for (Delta<Page> delta : deltas.pages()) {
            after = delta.after().filter(other -> other.id().equals(page.id())).orElse(after);
        }
        return new LocalPage(after, changed);
    }

    /** Whether what the store wrote is what is shown, but for who and when. */
    boolean agreesWith(Deltas written) {
        for (Delta<FormulaRegion> delta : written.regions()) {
            FormulaRegion latest = delta.latest();
            if (!latest.pageId().equals(page.id())) {
                continue;
            }
            Optional<FormulaRegion> here = region(latest.id()).map(LocalPage::plain);
            if (!here.equals(delta.after().map(LocalPage::plain))) {
                return false;
            }
        }
        return written.pages().stream()
                .filter(delta -> delta.latest().id().equals(page.id()))
                .allMatch(delta -> delta.after().filter(page::equals).isPresent());
    }

    private static FormulaRegion plain(FormulaRegion region) {
        return region.withProvenance(Provenance.UNKNOWN);
    }

    /** What people walk through, in reading order: their own regions and proposals that are still open. */
    List<FormulaRegion> walk() {
        Set<String> taken = new HashSet<>();
        regions.values().forEach(region -> region.origin().ifPresent(origin -> taken.add(origin.proposalId())));
        List<FormulaRegion> shown = new ArrayList<>();
        for (FormulaRegion region : regions.values()) {
            boolean dismissed = region.flags().contains(RegionFlag.NOT_A_FORMULA);
            boolean open = region.layer() == Layer.PROPOSAL && !taken.contains(region.id());
            if (!dismissed && (open || region.layer() == Layer.HUMAN)) {
                shown.add(region);
            }
        }
        return ReadingOrder.sort(shown, FormulaRegion::box);
    }

    List<FormulaRegion> ofLayer(Layer layer) {
        return walk().stream().filter(region -> region.layer() == layer).toList();
    }

    @Override
    public Optional<Page> page(String pageId) {
        return pageId.equals(page.id()) ? Optional.of(page) : Optional.empty();
    }

    @Override
    public Optional<FormulaRegion> region(String regionId) {
        return Optional.ofNullable(regions.get(regionId));
    }

    @Override
    public List<FormulaRegion> regionsOf(String pageId) {
        return pageId.equals(page.id()) ? List.copyOf(regions.values()) : List.of();
    }
}
