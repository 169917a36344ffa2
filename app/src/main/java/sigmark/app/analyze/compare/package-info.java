/**
 * Runs side by side, and the verdict that grows beside them. Open {@link sigmark.app.analyze.compare.ComparePane} first.
 */
@NullMarked
package sigmark.app.analyze.compare;

import org.jspecify.annotations.NullMarked;
