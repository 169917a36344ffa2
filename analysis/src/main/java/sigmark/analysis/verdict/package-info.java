/**
 * Holds a run against the requirement sheet: met, missed or undecided, with the interval, the samples behind it and how
 * many more would decide; and says of a series of iterations whether it has converged. Open
 * {@link sigmark.analysis.verdict.Judge} first.
 */
@NullMarked
package sigmark.analysis.verdict;

import org.jspecify.annotations.NullMarked;
