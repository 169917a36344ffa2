/**
 * What people decide about candidates after looking at samples. Open {@link sigmark.labeling.verdict.Verdict} first.
 * Keeping verdicts is {@code labeling.store.verdict}'s; the numbers beside them are the analysis floor's.
 */
@NullMarked
package sigmark.labeling.verdict;

import org.jspecify.annotations.NullMarked;
