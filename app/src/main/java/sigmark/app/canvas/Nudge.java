package sigmark.app.canvas;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import sigmark.inference.page.Box;

/**
 * Moving and resizing by arrow keys: arrows move by one page pixel (ten with Shift), with Ctrl they move the right or
 * bottom edge, with Ctrl and Shift the left or top edge.
 *
 * @param dx page pixels
 * @param edges which edges move
 */
public record Nudge(double dx, double dy, Edges edges) {
    /** Which edges of a box a nudge moves. */
    public enum Edges {
        ALL,
        RIGHT_AND_BOTTOM,
        LEFT_AND_TOP
    }

    /** The nudge that a key asks for. */
    public static Optional<Nudge> of(KeyEvent event) {
        return of(event.getCode(), event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
    }

    /** The nudge that a key with these modifiers asks for. */
    public static Optional<Nudge> of(KeyCode code, boolean shift, boolean control, boolean alt) {
        if (alt) {
            return Optional.empty();
        }
        double step = shift && !control ? 10 : 1;
        Edges edges = !control ? Edges.ALL : shift ? Edges.LEFT_AND_TOP : Edges.RIGHT_AND_BOTTOM;
        return switch (code) {
            case LEFT, KP_LEFT -> Optional.of(new Nudge(-step, 0, edges));
            case RIGHT, KP_RIGHT -> Optional.of(new Nudge(step, 0, edges));
            case UP, KP_UP -> Optional.of(new Nudge(0, -step, edges));
            case DOWN, KP_DOWN -> Optional.of(new Nudge(0, step, edges));
            default -> Optional.empty();
        };
    }

    /** The box moved or resized, on the page and never empty; the same where it cannot go. */
    public Box apply(Box box, PageScene scene) {
        double width = scene.page().width();
        double height = scene.page().height();
        return switch (edges) {
            case ALL -> scene.inside(box.translate(dx, dy));
            case RIGHT_AND_BOTTOM ->
                new Box(
                        box.left(),
                        box.top(),
                        Math.max(box.left() + 1, Math.min(width, box.right() + dx)),
                        Math.max(box.top() + 1, Math.min(height, box.bottom() + dy)));
            case LEFT_AND_TOP ->
                new Box(
                        Math.min(box.right() - 1, Math.max(0, box.left() + dx)),
                        Math.min(box.bottom() - 1, Math.max(0, box.top() + dy)),
                        box.right(),
                        box.bottom());
        };
    }
}
