/**
 * What complaints ask for: their ranking, the cause that a correction suggests, the way into the project's pages, and
 * improvement points closed by measurement; open {@link sigmark.analysis.voc.PointCheck} first. The records are in
 * {@code labeling.voc}.
 */
@NullMarked
package sigmark.analysis.voc;

import org.jspecify.annotations.NullMarked;
