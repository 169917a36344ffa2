package sigmark.app.canvas;

import java.util.Optional;
import sigmark.inference.page.Box;

/** The eight places by which a box is resized; −1, 0, 1 say which edges each one moves. */
public enum Handle {
    TOP_LEFT(-1, -1),
    TOP(0, -1),
    TOP_RIGHT(1, -1),
    RIGHT(1, 0),
    BOTTOM_RIGHT(1, 1),
    BOTTOM(0, 1),
    BOTTOM_LEFT(-1, 1),
    LEFT(-1, 0);

    /** Side of the drawn square, in screen pixels. */
    public static final double SIZE = 7;
    /** A press this far from a handle's middle still takes it. */
    private static final double REACH = 7;
    /** Boxes narrower or lower than this on the screen carry their handles outside. */
    private static final double SMALL = 24;

    private final int horizontal;
    private final int vertical;

    Handle(int horizontal, int vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    public int horizontal() {
        return horizontal;
    }

    public int vertical() {
        return vertical;
    }

    /** Middle of this handle on a box in screen pixels. */
    public double x(Box screen) {
        double out = screen.width() < SMALL ? SIZE : 0;
        return horizontal < 0
                ? screen.left() - out
                : horizontal > 0 ? screen.right() + out : (screen.left() + screen.right()) / 2;
    }

    /** Middle of this handle on a box in screen pixels. */
    public double y(Box screen) {
        double out = screen.height() < SMALL ? SIZE : 0;
        return vertical < 0
                ? screen.top() - out
                : vertical > 0 ? screen.bottom() + out : (screen.top() + screen.bottom()) / 2;
    }

    /** The handle under a point of the screen, corners first. */
    public static Optional<Handle> at(Box screen, double x, double y) {
        Optional<Handle> edge = Optional.empty();
        for (Handle handle : values()) {
            if (Math.abs(x - handle.x(screen)) <= REACH && Math.abs(y - handle.y(screen)) <= REACH) {
                if (handle.horizontal != 0 && handle.vertical != 0) {
                    return Optional.of(handle);
                }
                edge = Optional.of(handle);
            }
        }
        return edge;
    }

    /** The box with this handle's edges moved; edges may cross, and the box never gets empty. */
    public Box moved(Box box, double dx, double dy) {
        double left = box.left() + (horizontal < 0 ? dx : 0);
        double right = box.right() + (horizontal > 0 ? dx : 0);
        double top = box.top() + (vertical < 0 ? dy : 0);
        double bottom = box.bottom() + (vertical > 0 ? dy : 0);
        return ofEdges(left, top, right, bottom);
    }

    private static Box ofEdges(double x0, double y0, double x1, double y1) {
        double left = Math.min(x0, x1);
        double top = Math.min(y0, y1);
        return new Box(left, top, Math.max(left + 1, Math.max(x0, x1)), Math.max(top + 1, Math.max(y0, y1)));
    }
}
