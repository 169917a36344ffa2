/**
 * Reads LaTeX from formula crops. Open {@link sigmark.inference.recognize.Recognizer} first; one class per kind of
 * network.
 */
@NullMarked
package sigmark.inference.recognize;

import org.jspecify.annotations.NullMarked;
