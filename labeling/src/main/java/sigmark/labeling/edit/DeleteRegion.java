package sigmark.labeling.edit;

import sigmark.labeling.project.FormulaRegion;

/** Deletes a region. A piece that continued it continues what it continued itself, or becomes a first piece. */
public record DeleteRegion(String regionId) implements Edit {
    @Override
    public String name() {
        return "delete-region";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        for (FormulaRegion other : draft.regionsOf(region.pageId(), region.layer())) {
            if (other.pieceOf().filter(regionId::equals).isPresent()) {
                draft.stamped(other.withPieceOf(region.pieceOf()));
            }
        }
        draft.delete(regionId);
        draft.touchPage(region.pageId());
    }
}
