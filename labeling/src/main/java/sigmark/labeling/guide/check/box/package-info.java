/** Checks of a box against the ink of its page, its kind and its neighbours. */
@NullMarked
package sigmark.labeling.guide.check.box;

import org.jspecify.annotations.NullMarked;
