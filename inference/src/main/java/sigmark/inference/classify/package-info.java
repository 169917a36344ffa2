/**
 * Tells printed formulas from handwritten ones, crop by crop, so that each can go to a recognizer of its own. Open
 * {@link sigmark.inference.classify.WritingClassifier} first. What reads the crops then lives in {@code recognize}.
 */
@NullMarked
package sigmark.inference.classify;

import org.jspecify.annotations.NullMarked;
