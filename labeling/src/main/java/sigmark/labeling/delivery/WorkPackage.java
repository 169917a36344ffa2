package sigmark.labeling.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What both sides know of a work package.
 *
 * @param id a UUID, the same in every round
 * @param name shown to people, such as {@code Week 47}
 * @param labeler who labels; the labels bear this name
 * @param vendor whom the labeler works for; may be empty
 * @param projectId the project that it was sent from
 * @param guideVersion the work guide that it holds; 0 when there is none
 * @param round 1 when it goes out first; one more each time it is returned
 * @param sentAt to the millisecond
 * @param proposals whether models' proposals are in it
 * @param note words from the curator to the labeler
 */
public record WorkPackage(
        String id,
        String name,
        String labeler,
        String vendor,
        String projectId,
        String projectName,
        int guideVersion,
        int round,
        Instant sentAt,
        Optional<LocalDate> deadline,
        boolean proposals,
        String note) {
    public WorkPackage {
        if (id.isEmpty() || labeler.isBlank() || projectId.isEmpty()) {
            throw new IllegalArgumentException("package '%s' for '%s' of '%s'".formatted(id, labeler, projectId));
        }
        if (guideVersion < 0 || round < 1) {
            throw new IllegalArgumentException("guide %d, round %d".formatted(guideVersion, round));
        }
    }

    /** The package as it goes out again. */
    public WorkPackage again(int guideVersion, Instant at, Optional<LocalDate> deadline, String note) {
        return new WorkPackage(
                id,
                name,
                labeler,
                vendor,
                projectId,
                projectName,
                guideVersion,
                round + 1,
                at,
                deadline,
                proposals,
                note);
    }
}
