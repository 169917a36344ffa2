package sigmark.labeling.delivery;

import java.time.Instant;

/** A labeler's key that the project knows: returns in that name must be signed with it. */
public record EnrolledKey(String fingerprint, String publicKey, String labeler, Instant enrolledAt) {}
