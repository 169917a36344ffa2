/**
 * The workbench where people state what is true: page list, page with its boxes, region panel. Open
 * {@link sigmark.app.label.LabelWorkbench} for the screen and {@link sigmark.app.label.LabelViewModel} for what it
 * does. View models know no node; every change is an edit, shown at once and written behind.
 */
@NullMarked
package sigmark.app.label;

import org.jspecify.annotations.NullMarked;
