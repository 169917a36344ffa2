/**
 * The guide's rules run over a project's labels: what breaks them, and which labels a new version touches. Open
 * {@link sigmark.labeling.review.LabelReview} first.
 */
@NullMarked
package sigmark.labeling.review;

import org.jspecify.annotations.NullMarked;
