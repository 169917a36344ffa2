/**
 * The tidy form of a formula: a cleaner spelling whose picture is the same to the pixel, for editors and guides. Open
 * {@link sigmark.inference.latex.tidy.TidyForm} first. The canonical form, which may change the picture, is
 * {@code inference.latex}'s.
 */
@NullMarked
package sigmark.inference.latex.tidy;

import org.jspecify.annotations.NullMarked;
