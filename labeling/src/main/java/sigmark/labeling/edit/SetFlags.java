package sigmark.labeling.edit;

import java.util.Set;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.RegionFlag;

/** Gives a region exactly these flags. */
public record SetFlags(String regionId, Set<RegionFlag> flags) implements Edit {
    public SetFlags {
        flags = Set.copyOf(flags);
    }

    @Override
    public String name() {
        return "set-flags";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        if (!region.flags().equals(flags)) {
            draft.label(region.withFlags(flags));
        }
    }
}
