package sigmark.labeling.edit;

import java.util.Set;
import sigmark.labeling.project.FormulaRegion;

/** Gives a region exactly these tags. */
public record SetTags(String regionId, Set<String> tags) implements Edit {
    public SetTags {
        tags = Set.copyOf(tags);
    }

    @Override
    public String name() {
        return "set-tags";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        if (!region.tags().equals(tags)) {
            draft.label(region.withTags(tags));
        }
    }
}
