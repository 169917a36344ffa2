package sigmark.labeling.edit;

import sigmark.inference.page.Writing;
import sigmark.labeling.project.FormulaRegion;

/** Says whether a formula is printed or handwritten. */
public record SetWriting(String regionId, Writing writing) implements Edit {
    @Override
    public String name() {
        return "set-writing";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        if (!region.writing().equals(writing)) {
            draft.label(region.withWriting(writing));
        }
    }
}
