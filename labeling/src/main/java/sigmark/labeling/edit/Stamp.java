package sigmark.labeling.edit;

import java.time.Instant;
import java.util.Optional;

/**
 * Who makes an edit, when, and under which guide.
 *
 * @param activeMillis time the person was active on it, pauses cut; measured by the caller
 * @param guideVersion version of the work guide in force; 0 before there is one
 * @param workPackage id of the work package that the edit came with
 */
public record Stamp(Author author, Instant at, long activeMillis, int guideVersion, Optional<String> workPackage) {
    public Stamp {
        if (activeMillis < 0 || guideVersion < 0) {
            throw new IllegalArgumentException(
                    "negative activeMillis=%d or guideVersion=%d".formatted(activeMillis, guideVersion));
        }
    }
}
