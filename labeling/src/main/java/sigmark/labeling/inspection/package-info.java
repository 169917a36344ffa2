/**
 * Inspections of delivered packages as values: the plan, the sample, what was found. Open
 * {@link sigmark.labeling.inspection.Inspection} first; plans are searched and judged in {@code analysis.acceptance}.
 */
@NullMarked
package sigmark.labeling.inspection;

import org.jspecify.annotations.NullMarked;
