/**
 * Puts a planned load on anything that answers requests, and measures from the plan (open loop). It starts threads: that
 * is its trade. Open {@link sigmark.inference.load.OpenLoop} first. Percentiles are worked out above.
 */
@NullMarked
package sigmark.inference.load;

import org.jspecify.annotations.NullMarked;
