package sigmark.labeling.edit;

import sigmark.labeling.project.FormulaRegion;

/** Writes a region's remark. */
public record SetRemark(String regionId, String remark) implements Edit {
    @Override
    public String name() {
        return "set-remark";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        if (!region.remark().equals(remark)) {
            draft.label(region.withRemark(remark));
        }
    }
}
