package sigmark.labeling.edit;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of a project's history: who changed what, when, in how much active time.
 *
 * @param edit the edit's word; for undo and redo that of the step taken back or again
 * @param pageId the first page concerned
 * @param regionId the first region concerned
 * @param firstAt when the step began; earlier than {@code at} when several edits were merged into it
 * @param guideVersion version of the work guide in force
 * @param undone whether it is taken back right now
 */
public record HistoryEntry(
        long id,
        Change.Kind kind,
        String edit,
        String person,
        Instant firstAt,
        Instant at,
        long activeMillis,
        int guideVersion,
        long revision,
        Optional<String> pageId,
        Optional<String> regionId,
        boolean undone) {}
