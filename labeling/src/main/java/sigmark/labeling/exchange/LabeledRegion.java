package sigmark.labeling.exchange;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.RegionFlag;

/**
 * A region as a label file states it.
 *
 * @param id the file's own name for it; empty where the format has none
 * @param box in the frame of its {@link LabeledPage}
 * @param latex byte for byte; absent where nobody typed any, which is not the same as an empty text
 * @param score given by a model, which makes it a proposal; absent for people's labels
 * @param pieceOf the file's own name for the region that this one continues
 * @param where file and line or record, for messages
 */
public record LabeledRegion(
        String id,
        Box box,
        FormulaKind kind,
        Writing writing,
        Optional<String> latex,
        LabelState state,
        Set<RegionFlag> flags,
        Set<String> tags,
        String remark,
        Optional<String> pieceOf,
        OptionalDouble score,
        String where) {
    public LabeledRegion {
        flags = Set.copyOf(flags);
        tags = Set.copyOf(tags);
    }

    /** Only a box and what it says. */
    public static LabeledRegion of(Box box, FormulaKind kind, Optional<String> latex, String where) {
        return new LabeledRegion(
                "",
                box,
                kind,
                Writing.PRINTED,
                latex,
                LabelState.LABELED,
                Set.of(),
                Set.of(),
                "",
                Optional.empty(),
                OptionalDouble.empty(),
                where);
    }

    /** The same with flags and tags. */
    LabeledRegion marked(Set<RegionFlag> newFlags, Set<String> newTags) {
        return new LabeledRegion(
                id, box, kind, writing, latex, state, newFlags, newTags, remark, pieceOf, score, where);
    }

    /** The same from a model that was so sure, 0 to 1. */
    LabeledRegion scored(OptionalDouble newScore) {
        return new LabeledRegion(id, box, kind, writing, latex, state, flags, tags, remark, pieceOf, newScore, where);
    }

    /** The same in handwriting or print. */
    LabeledRegion written(Writing newWriting) {
        return new LabeledRegion(id, box, kind, newWriting, latex, state, flags, tags, remark, pieceOf, score, where);
    }

    /** The same in another frame. */
    LabeledRegion in(Box newBox) {
        return new LabeledRegion(id, newBox, kind, writing, latex, state, flags, tags, remark, pieceOf, score, where);
    }
}
