/**
 * Work packages as values: what goes out, what comes back, and how what came back is merged with what changed since.
 * Open {@link sigmark.labeling.delivery.ThreeWayMerge} first; the files are in the package below, the project's part in
 * {@code labeling.packing}. Knows no store.
 */
@NullMarked
package sigmark.labeling.delivery;

import org.jspecify.annotations.NullMarked;
