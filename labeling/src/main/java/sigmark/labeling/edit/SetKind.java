package sigmark.labeling.edit;

import sigmark.inference.page.FormulaKind;
import sigmark.labeling.project.FormulaRegion;

/** Says how a formula stands on its page. */
public record SetKind(String regionId, FormulaKind kind) implements Edit {
    @Override
    public String name() {
        return "set-kind";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        if (!region.kind().equals(kind)) {
            draft.label(region.withKind(kind));
        }
    }
}
