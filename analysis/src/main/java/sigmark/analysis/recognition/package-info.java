/**
 * How far LaTeX readings are from the true LaTeX: edit distance, exact match, ExpRate, BLEU, character detection
 * matching. Open
 * {@link sigmark.analysis.recognition.LatexScore} first. Which readings are compared with which truths is decided in
 * {@code evaluation}; what kind of error it was in {@code errors}.
 */
@NullMarked
package sigmark.analysis.recognition;

import org.jspecify.annotations.NullMarked;
