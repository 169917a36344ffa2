package sigmark.labeling.edit;

import java.util.List;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;

/**
 * Adds a region to a page, drawn, pasted or imported; see {@link FormulaRegion#drawn}. Who and when are filled in, and
 * the order when it is {@link FormulaRegion#AT_END}.
 */
public record DrawRegion(FormulaRegion region) implements Edit {
    public DrawRegion {
        if (region.layer() == Layer.PROPOSAL) {
            throw new IllegalArgumentException("proposals are not drawn but replaced as a whole: " + region.id());
        }
    }

    @Override
    public String name() {
        return "draw-region";
    }

    @Override
    public void applyTo(Draft draft) {
        if (draft.findRegion(region.id()).isPresent()) {
            throw Draft.refused("same-id", region.id());
        }
        List<FormulaRegion> others = draft.regionsOf(region.pageId(), region.layer());
        int last = others.isEmpty() ? 0 : others.get(others.size() - 1).order();
        int order = region.order() == FormulaRegion.AT_END ? last + 1 : region.order();
        draft.label(region.withOrder(order));
    }
}
