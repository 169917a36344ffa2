/**
 * The page with its boxes: viewport, page picture in tiles, boxes painted at screen widths, tools, hit-testing and
 * gestures as functions of values. Open {@link sigmark.app.canvas.PageCanvas} first. It knows no project and no store:
 * marks come in, outcomes of gestures go out; each workbench makes edits of them.
 */
@NullMarked
package sigmark.app.canvas;

import org.jspecify.annotations.NullMarked;
