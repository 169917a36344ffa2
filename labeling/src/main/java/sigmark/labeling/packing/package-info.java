/**
 * Sends pages out as work packages, opens them as a labeler's working copy, hands in, and merges what comes back. Open
 * {@link sigmark.labeling.packing.PackageOut} first; the values are in {@code labeling.delivery}.
 */
@NullMarked
package sigmark.labeling.packing;

import org.jspecify.annotations.NullMarked;
