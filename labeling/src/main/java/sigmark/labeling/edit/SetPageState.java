package sigmark.labeling.edit;

import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;

/**
 * Moves a page's state, forward or back, and that of its human regions with it; {@code UNTOUCHED} leaves the regions,
 * which people made, as they are.
 */
public record SetPageState(String pageId, LabelState state) implements Edit {
    @Override
    public String name() {
        return "set-page-state";
    }

    @Override
    public void applyTo(Draft draft) {
        Page page = draft.page(pageId);
        if (state != LabelState.UNTOUCHED) {
            for (FormulaRegion region : draft.regionsOf(pageId, Layer.HUMAN)) {
                if (region.state() != state) {
                    draft.stamped(region.withState(state));
                }
            }
        }
        draft.put(page.withState(state));
    }
}
