/**
 * Figures of a running service: what users did with shown results, looks at a comparison before it ends, and how well an
 * offline score foretells an edit. Open {@link sigmark.analysis.online.EditRates} first.
 */
@NullMarked
package sigmark.analysis.online;

import org.jspecify.annotations.NullMarked;
