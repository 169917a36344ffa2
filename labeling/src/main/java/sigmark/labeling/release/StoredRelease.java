package sigmark.labeling.release;

/**
 * A release as the project keeps it, held against its hash when it was read.
 *
 * @param canonicalJson the record's bytes as text
 * @param sha256 of those bytes
 */
public record StoredRelease(ReleaseRecord record, String canonicalJson, String sha256) {}
