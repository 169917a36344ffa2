/**
 * Searches an evaluation for slices that do worse than the rest. Open
 * {@link sigmark.analysis.weakness.WeakSlices} first.
 */
@NullMarked
package sigmark.analysis.weakness;

import org.jspecify.annotations.NullMarked;
