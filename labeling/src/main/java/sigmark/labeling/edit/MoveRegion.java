package sigmark.labeling.edit;

import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.labeling.project.FormulaRegion;

/**
 * Gives a region another box on its page: moved, resized or snapped.
 *
 * @param gesture names the drag or series of nudges: consecutive moves of one region in one gesture are one undo step;
 *     empty for a step of its own
 */
public record MoveRegion(String regionId, Box box, String gesture) implements Edit {
    /** A step of its own. */
    public MoveRegion(String regionId, Box box) {
        this(regionId, box, "");
    }

    @Override
    public Optional<Edit> mergeWith(Edit next) {
        boolean same = next instanceof MoveRegion moved
                && !gesture.isEmpty()
                && moved.gesture.equals(gesture)
                && moved.regionId.equals(regionId);
        return same ? Optional.of(next) : Optional.empty();
    }

    @Override
    public String name() {
        return "move-region";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        if (!region.box().equals(box)) {
            draft.label(region.withBox(box));
        }
    }
}
