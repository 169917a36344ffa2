package sigmark.labeling.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import sigmark.labeling.edit.Truth;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/** The project as the caller's transaction sees it before it writes; what was read once is kept. */
final class HandleTruth implements Truth {
    /** After so many pages asked for one by one, all are read at once. */
    private static final int SINGLE_PAGES = 100;

    private final Handle handle;
    private final Map<String, Optional<Page>> pages = new HashMap<>();
    private final Map<String, Optional<FormulaRegion>> regions = new HashMap<>();
    private boolean allPages;

    HandleTruth(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<Page> page(String pageId) {
        if (!allPages && pages.size() >= SINGLE_PAGES) {
            PageRows.all(handle).forEach(page -> pages.put(page.id(), Optional.of(page)));
            allPages = true;
        }
        return pages.computeIfAbsent(pageId, id -> allPages ? Optional.empty() : PageRows.find(handle, id));
    }

    @Override
    public Optional<FormulaRegion> region(String regionId) {
        return regions.computeIfAbsent(regionId, id -> RegionRows.find(handle, id));
    }

    @Override
    public List<FormulaRegion> regionsOf(String pageId) {
        List<FormulaRegion> found = RegionRows.ofPage(handle, pageId);
        found.forEach(region -> regions.put(region.id(), Optional.of(region)));
        return found;
    }
}
