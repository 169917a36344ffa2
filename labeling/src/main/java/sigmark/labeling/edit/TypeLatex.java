package sigmark.labeling.edit;

import java.util.Optional;
import sigmark.labeling.project.FormulaRegion;

/**
 * Types a region's LaTeX, kept byte for byte; empty takes it away, an empty text is a label too.
 *
 * @param session names the typing session: consecutive edits of one region in one session are one undo step; empty for
 *     a step of its own
 */
public record TypeLatex(String regionId, Optional<String> latex, String session) implements Edit {
    /** A step of its own. */
    public TypeLatex(String regionId, String latex) {
        this(regionId, Optional.of(latex), "");
    }

    @Override
    public Optional<Edit> mergeWith(Edit next) {
        boolean same = next instanceof TypeLatex typed
                && !session.isEmpty()
                && typed.session.equals(session)
                && typed.regionId.equals(regionId);
        return same ? Optional.of(next) : Optional.empty();
    }

    @Override
    public String name() {
        return "type-latex";
    }

    @Override
    public void applyTo(Draft draft) {
        FormulaRegion region = draft.ownRegion(regionId);
        if (!region.latex().equals(latex)) {
            draft.label(region.withLatex(latex));
        }
    }
}
