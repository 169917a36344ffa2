/**
 * Rates and means with their uncertainty: intervals, percentiles, bootstrap, paired tests. Open
 * {@link sigmark.analysis.statistics.Proportion} first. An undefined value is absent, never NaN. What is counted lives in
 * the other packages of {@code analysis}.
 */
@NullMarked
package sigmark.analysis.statistics;

import org.jspecify.annotations.NullMarked;
