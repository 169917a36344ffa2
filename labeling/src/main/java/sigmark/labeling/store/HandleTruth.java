package sigmark.labeling.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import sigmark.labeling.edit.Truth;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/** The project as the caller's transaction sees it. */
record HandleTruth(Handle handle) implements Truth {
    @Override
    public Optional<Page> page(String pageId) {
        return PageRows.find(handle, pageId);
    }

    @Override
    public Optional<FormulaRegion> region(String regionId) {
        return RegionRows.find(handle, regionId);
    }

    @Override
    public List<FormulaRegion> regionsOf(String pageId) {
        return RegionRows.ofPage(handle, pageId);
    }
}
