/** Checks of what LaTeX says as a whole: complete, balanced, in the right environments, and a formula at all. */
@NullMarked
package sigmark.labeling.guide.check.structure;

import org.jspecify.annotations.NullMarked;
