/**
 * Puts detector, classifier and recognizers together and times each step. Open {@link sigmark.inference.pipeline.Pipeline} first. Which
 * pages a run takes and where its answers are kept is decided above.
 */
@NullMarked
package sigmark.inference.pipeline;

import org.jspecify.annotations.NullMarked;
