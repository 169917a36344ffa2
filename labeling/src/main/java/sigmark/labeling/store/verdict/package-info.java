/**
 * Keeps verdicts on candidates in the project's file, append only. Open
 * {@link sigmark.labeling.store.verdict.VerdictStore}.
 */
@NullMarked
package sigmark.labeling.store.verdict;

import org.jspecify.annotations.NullMarked;
