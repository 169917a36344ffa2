package sigmark.app.canvas;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import sigmark.app.canvas.PageScene.Hit;
import sigmark.app.canvas.PageScene.Pointer;
import sigmark.inference.page.Box;

/**
 * Draws a new box. With {@code snap} the box hugs the ink inside, and a click on a box that is there snaps that one. A
 * click without a drag selects, so that a slip of the hand makes no tiny box.
 */
public record DrawTool(boolean snap) implements Tool {
    /** Smallest side of a drawn box, in screen pixels. */
    private static final double SMALLEST = 4;

    @Override
    public Gesture press(PageScene scene, Pointer pointer) {
        Optional<Hit> hit = scene.hit(pointer);
        if (!snap && hit.isPresent() && hit.get().handle().isPresent()) {
            return new SelectTool().press(scene, pointer);
        }
        return new Drawing(scene, pointer, snap);
    }

    @Override
    public Cursor cursor(PageScene scene, Pointer pointer) {
        return Cursor.CROSSHAIR;
    }

    private record Drawing(PageScene scene, Pointer from, boolean snap) implements Gesture {
        @Override
        public Preview drag(Pointer pointer) {
            return new Preview(Map.of(), drawn(pointer));
        }

        @Override
        public Outcome release(Pointer pointer) {
            Optional<Box> box = drawn(pointer);
            if (box.isPresent()) {
                return new Outcome.Draw(box.get(), snap);
            }
            Optional<BoxMark> under = scene.hit(from).map(Hit::mark);
            if (under.isPresent() && snap) {
                return new Outcome.Reshape(Map.of(under.get().id(), under.get().box()), true);
            }
            return new Outcome.Select(under.map(mark -> Set.of(mark.id())).orElse(Set.of()));
        }

        /** Whole page pixels, clipped to the page. */
        private Optional<Box> drawn(Pointer pointer) {
            if (Math.abs(pointer.x() - from.x()) < SMALLEST || Math.abs(pointer.y() - from.y()) < SMALLEST) {
                return Optional.empty();
            }
            double x0 = Math.rint(scene.pageX(from));
            double y0 = Math.rint(scene.pageY(from));
            double x1 = Math.rint(scene.pageX(pointer));
            double y1 = Math.rint(scene.pageY(pointer));
            return x0 == x1 || y0 == y1 ? Optional.empty() : Optional.of(Box.ofCorners(x0, y0, x1, y1));
        }
    }
}
