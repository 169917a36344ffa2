package sigmark.labeling.edit;

import java.util.Optional;

/**
 * One kind of change to what people say is true: a wish, not yet carried out. It is carried out on a {@link Draft}; the
 * {@link Deltas} that come out hold both sides and can be inverted, whatever the kind. Regions of the proposal layer are
 * never changed by an edit.
 */
public sealed interface Edit
        permits AcceptProposal,
                Compound,
                DeleteRegion,
                DrawRegion,
                LinkPiece,
                MergeLabels,
                MoveRegion,
                RemovePages,
                ReorderRegion,
                ReplacePage,
                SetFlags,
                SetKind,
                SetPageRemark,
                SetPageState,
                SetPageTags,
                SetRemark,
                SetSplits,
                SetState,
                SetTags,
                SetWriting,
                TurnPage,
                TypeLatex {
    /** The word for this kind in history and message keys, such as {@code type-latex}. */
    String name();

    /**
     * Carries the edit out on the draft.
     *
     * @throws sigmark.inference.work.ProblemException {@code edit.no-such-region}, {@code edit.no-such-page} or
     *     {@code edit.refused} when the data is not such that the edit makes sense
     */
    void applyTo(Draft draft);

    /** This edit and the next as one undo step, when both belong to one gesture or typing session. */
    default Optional<Edit> mergeWith(Edit next) {
        return Optional.empty();
    }
}
