package sigmark.labeling.project;

import java.time.Instant;
import java.util.Optional;

/**
 * Who made a region, when, under which guide, for which work package, and how long it took.
 *
 * @param person name as asked once; a model's name on the proposal layer
 * @param activeMillis time a person was active on it, pauses cut, summed over all edits
 * @param guideVersion version of the work guide in force at the last edit; 0 before there is one
 * @param workPackage id of the work package it came with
 */
public record Provenance(
        String person,
        Instant createdAt,
        Instant changedAt,
        long activeMillis,
        int guideVersion,
        Optional<String> workPackage) {
    /** Of a region that nobody stored yet. */
    public static final Provenance UNKNOWN = new Provenance("", Instant.EPOCH, Instant.EPOCH, 0, 0, Optional.empty());

    public Provenance {
        if (activeMillis < 0 || guideVersion < 0) {
            throw new IllegalArgumentException(
                    "negative activeMillis=%d or guideVersion=%d".formatted(activeMillis, guideVersion));
        }
    }
}
