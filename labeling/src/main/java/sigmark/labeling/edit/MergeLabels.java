package sigmark.labeling.edit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;

/**
 * Puts labels that were made elsewhere into the human layer as they are: who made them, when and in how much time stays.
 *
 * @param put regions to be made or changed, whole
 * @param deleted ids of regions to be deleted
 * @param states new states of pages by page id
 */
public record MergeLabels(List<FormulaRegion> put, List<String> deleted, Map<String, LabelState> states)
        implements Edit {
    public MergeLabels {
        put = List.copyOf(put);
        deleted = List.copyOf(deleted);
        states = new LinkedHashMap<>(states);
        for (FormulaRegion region : put) {
            if (region.layer() == Layer.PROPOSAL) {
                throw new IllegalArgumentException("proposals are not merged: " + region.id());
            }
        }
    }

    @Override
    public String name() {
        return "merge-labels";
    }

    @Override
    public void applyTo(Draft draft) {
        Set<String> gone = new LinkedHashSet<>(deleted);
        Set<String> touched = new LinkedHashSet<>();
        for (String id : gone) {
            draft.findRegion(id).ifPresent(region -> {
                touched.add(region.pageId());
                draft.delete(id);
            });
        }
        for (FormulaRegion region : put) {
            touched.add(region.pageId());
            draft.put(region);
        }
        touched.forEach(page -> mendPieces(draft, page));
        states.forEach((id, state) -> {
            Page page = draft.page(id);
            draft.put(page.withState(state));
        });
    }

    /** A piece whose predecessor is gone or lies elsewhere stands alone. */
    private static void mendPieces(Draft draft, String pageId) {
        for (FormulaRegion region : draft.regionsOf(pageId, Layer.HUMAN)) {
            boolean lost = region.pieceOf().isPresent()
                    && draft.findRegion(region.pieceOf().get())
                            .filter(before -> before.pageId().equals(pageId) && before.layer() == Layer.HUMAN)
                            .isEmpty();
            if (lost) {
                draft.put(region.withPieceOf(java.util.Optional.empty()));
            }
        }
    }
}
