package sigmark.labeling.delivery;

import java.util.List;
import sigmark.labeling.project.FormulaRegion;

/**
 * What merging one page comes to.
 *
 * @param put regions of the human layer to be made or changed, whole
 * @param deleted ids of regions to be deleted
 * @param conflicts all of them, solved or not
 * @param open those that nobody decided; while there is one, nothing may be written
 */
public record PageMerge(List<FormulaRegion> put, List<String> deleted, List<Conflict> conflicts, List<Conflict> open) {
    public PageMerge {
        put = List.copyOf(put);
        deleted = List.copyOf(deleted);
        conflicts = List.copyOf(conflicts);
        open = List.copyOf(open);
    }

    public boolean changesNothing() {
        return put.isEmpty() && deleted.isEmpty();
    }
}
