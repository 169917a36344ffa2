/**
 * How well labelers label: against hidden truth, against each other, at acceptance, and at what speed. Open
 * {@link sigmark.analysis.labeler.LabelerReports} first.
 */
@NullMarked
package sigmark.analysis.labeler;

import org.jspecify.annotations.NullMarked;
