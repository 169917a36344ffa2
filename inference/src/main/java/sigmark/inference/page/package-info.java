/**
 * Pages as pictures: pixels, boxes in the upright frame, decoding of image files. Open
 * {@link sigmark.inference.page.Box} first. What a page means (regions, states) lives in {@code labeling.project}.
 */
@NullMarked
package sigmark.inference.page;

import org.jspecify.annotations.NullMarked;
