package sigmark.labeling.packing;

import java.util.List;
import sigmark.inference.work.Balance;
import sigmark.labeling.delivery.Conflict;
import sigmark.labeling.delivery.WorkPackage;

/**
 * How the merge of a return ended.
 *
 * @param conflicts all of them, solved or not
 * @param open conflicts that wait for a decision; then nothing was merged
 * @param pages that came back
 * @param balance regions that came back and came through
 */
public record MergeReport(
        WorkPackage work,
        End end,
        int handIn,
        int pages,
        List<Conflict> conflicts,
        List<Conflict> open,
        Balance balance) {
    /** What came of it. */
    public enum End {
        MERGED,
        /** The same file, or an older one, was merged before; nothing changed. */
        MERGED_BEFORE,
        /** Conflicts are open; nothing changed. */
        CONFLICTS
    }

    public MergeReport {
        conflicts = List.copyOf(conflicts);
        open = List.copyOf(open);
    }
}
