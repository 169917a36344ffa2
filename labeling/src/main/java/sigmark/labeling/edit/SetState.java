package sigmark.labeling.edit;

import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;

/** Moves a region's state, forward or back. Its page's state is another edit, {@link SetPageState}. */
public record SetState(String regionId, LabelState state) implements Edit {
    @Override
    public String name() {
        return "set-state";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        if (region.state() != state) {
            draft.stamped(region.withState(state));
        }
    }
}
