/**
 * Pieces that several screens of the workbench share Open {@link sigmark.app.analyze.part.CropStore}
 * first.
 */
@NullMarked
package sigmark.app.analyze.part;

import org.jspecify.annotations.NullMarked;
