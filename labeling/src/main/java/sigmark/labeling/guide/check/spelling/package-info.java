/** Checks of how LaTeX is written, token by token: one spelling a sign, nothing that does not show. */
@NullMarked
package sigmark.labeling.guide.check.spelling;

import org.jspecify.annotations.NullMarked;
