/**
 * The normal forms that papers compare LaTeX in, by name, so that a number can stand beside theirs. Open
 * {@link sigmark.analysis.recognition.form.NormalForms} first. Our own numbers use the canonical form of
 * {@code inference.latex}; where a form differs from the program it is named after, the page of published forms says why.
 */
@NullMarked
package sigmark.analysis.recognition.form;

import org.jspecify.annotations.NullMarked;
