package sigmark.labeling.guide;

import java.time.Instant;

/**
 * A guide as it was published.
 *
 * @param version from 1, ascending
 * @param note what changed, in the curator's words
 */
public record GuideVersion(int version, GuideSource source, String person, Instant publishedAt, String note) {
    public GuideVersion {
        if (version < 1) {
            throw new IllegalArgumentException("guide version " + version);
        }
    }
}
