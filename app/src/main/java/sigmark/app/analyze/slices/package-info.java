/** All slices of an evaluation as a list. Open {@link sigmark.app.analyze.slices.SlicesPane} first. */
@NullMarked
package sigmark.app.analyze.slices;

import org.jspecify.annotations.NullMarked;
