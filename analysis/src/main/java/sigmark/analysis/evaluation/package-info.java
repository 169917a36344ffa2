/**
 * A run compared with what people say: samples, the numbers over them, and the numbers of any slice of them. Open
 * {@link sigmark.analysis.evaluation.Evaluator} first.
 */
@NullMarked
package sigmark.analysis.evaluation;

import org.jspecify.annotations.NullMarked;
