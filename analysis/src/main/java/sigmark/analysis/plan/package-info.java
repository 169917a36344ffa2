/**
 * What to collect next: coverage of a data plan, learning curves, groups of near-duplicate pages, ranked complaints. Open
 * {@link sigmark.analysis.plan.CoverageMatrix} first.
 */
@NullMarked
package sigmark.analysis.plan;

import org.jspecify.annotations.NullMarked;
