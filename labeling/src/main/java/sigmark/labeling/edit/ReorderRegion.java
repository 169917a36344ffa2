package sigmark.labeling.edit;

import java.util.ArrayList;
import java.util.List;
import sigmark.labeling.project.FormulaRegion;

/**
 * Moves a region to another place in its page's reading order.
 *
 * @param place 0-based among the page's regions of the same layer; beyond the last means last
 */
public record ReorderRegion(String regionId, int place) implements Edit {
    public ReorderRegion {
        if (place < 0) {
            throw new IllegalArgumentException("place " + place);
        }
    }

    @Override
    public String name() {
        return "reorder-region";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        List<FormulaRegion> order = new ArrayList<>(draft.regionsOf(region.pageId(), region.layer()));
        order.removeIf(other -> other.id().equals(regionId));
        order.add(Math.min(place, order.size()), region);
        int next = Integer.MIN_VALUE;
        for (FormulaRegion other : order) {
            int number = other.id().equals(regionId) ? Math.max(next, 1) : Math.max(next, other.order());
            if (number != other.order()) {
                draft.put(other.withOrder(number));
            }
            next = number + 1;
        }
    }
}
