package sigmark.labeling.edit;

import java.util.List;
import java.util.Optional;

/**
 * What a change did to a project, told after it is durable.
 *
 * @param revision the project's revision after it; the same as before when nothing changed
 * @param historyId its entry in the history; 0 when nothing changed and for proposals, which have none
 * @param edit the edit's word, such as {@code type-latex}; for undo and redo that of the step taken back or again
 * @param deltas empty for proposals
 * @param pages ids of the pages that look different now
 */
public record Change(long revision, long historyId, Kind kind, String edit, Deltas deltas, List<String> pages) {
    /** What brought a change about. */
    public enum Kind {
        EDIT,
        UNDO,
        REDO,
        PAGES_ADDED,
        PROPOSALS,
        RELINKED
    }

    public Change {
        pages = List.copyOf(pages);
    }

    /** True when the edit asked for what already was. */
    public boolean isNothing() {
        return kind == Kind.EDIT && deltas.isEmpty();
    }

    /** The page to show to whoever undoes or redoes this. */
    public Optional<String> firstPage() {
        return pages.stream().findFirst();
    }
}
