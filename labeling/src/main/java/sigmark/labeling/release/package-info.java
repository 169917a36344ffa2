/**
 * The record of a release: what people chose and why, as canonical JSON with its hash. Open
 * {@link sigmark.labeling.release.ReleaseRecord} first.
 */
@NullMarked
package sigmark.labeling.release;

import org.jspecify.annotations.NullMarked;
