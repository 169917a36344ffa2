package sigmark.labeling.edit;

import java.util.Optional;
import sigmark.labeling.project.FormulaRegion;

/** Says that a region continues another one of its page, or (empty) that it continues none. */
public record LinkPiece(String regionId, Optional<String> pieceOf) implements Edit {
    @Override
    public String name() {
        return "link-piece";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        if (region.pieceOf().equals(pieceOf)) {
            return;
        }
        Optional<String> before = pieceOf;
        while (before.isPresent()) {
            FormulaRegion earlier = draft.ownRegion(before.get());
            if (earlier.id().equals(regionId)) {
                throw Draft.refused("circle", regionId);
            }
            if (!earlier.pageId().equals(region.pageId()) || earlier.layer() != region.layer()) {
                throw Draft.refused("other-page", regionId);
            }
            before = earlier.pieceOf();
        }
        draft.label(region.withPieceOf(pieceOf));
    }
}
