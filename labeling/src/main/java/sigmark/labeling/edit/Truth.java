package sigmark.labeling.edit;

import java.util.List;
import java.util.Optional;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/** What an edit may look at: the project as it is. Removed pages and their regions are not there. */
public interface Truth {
    Optional<Page> page(String pageId);

    Optional<FormulaRegion> region(String regionId);

    /** The page's regions of all layers in reading order. */
    List<FormulaRegion> regionsOf(String pageId);
}
