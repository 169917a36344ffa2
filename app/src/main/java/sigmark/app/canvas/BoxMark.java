package sigmark.app.canvas;

import sigmark.inference.page.Box;

/**
 * A box to show on the page.
 *
 * @param id given back by gestures
 * @param box in the upright page's pixels
 * @param tag shown above the box while it is selected, such as {@code 14 · display}; may be empty
 * @param badge always shown, such as {@code ? 0.61}; may be empty
 * @param description what a screen reader says
 * @param layer boxes of one layer are hidden and shown together
 */
public record BoxMark(String id, Box box, BoxStyle style, String tag, String badge, String description, String layer) {
    /** Whether it is painted as the other one is. */
    boolean looksLike(BoxMark other) {
        return id.equals(other.id)
                && box.equals(other.box)
                && style == other.style
                && tag.equals(other.tag)
                && badge.equals(other.badge)
                && layer.equals(other.layer);
    }
}
