package sigmark.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sigmark.inference.page.Box;

/**
 * What a tool needs to know when the pointer goes down: the boxes, which are selected, and how the page lies on the
 * screen.
 *
 * @param page size of the upright page in its pixels
 * @param selected ids, in the order of selection
 */
public record PageScene(Viewport.Size page, Viewport viewport, BoxIndex boxes, Set<String> selected) {
    /** Screen pixels outside a box that still hit it. */
    private static final double REACH = 4;

    public PageScene {
        selected = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(selected));
    }

    /**
     * Where the pointer is.
     *
     * @param x screen pixels
     * @param extend whether the person adds to the selection (Shift or Ctrl)
     */
    public record Pointer(double x, double y, boolean extend) {}

    /** A box that was hit, by a handle or by its inside. */
    public record Hit(BoxMark mark, Optional<Handle> handle) {}

    public double pageX(Pointer pointer) {
        return Math.max(0, Math.min(page.width(), viewport.toPageX(pointer.x)));
    }

    public double pageY(Pointer pointer) {
        return Math.max(0, Math.min(page.height(), viewport.toPageY(pointer.y)));
    }

    /** Selected marks, in page order. */
    public List<BoxMark> selectedMarks() {
        return boxes.marks().stream()
                .filter(mark -> selected.contains(mark.id()))
                .toList();
    }

    /** Handles of a single selected box first, then the smallest box under the pointer. */
    public Optional<Hit> hit(Pointer pointer) {
        List<BoxMark> chosen = selectedMarks();
        if (chosen.size() == 1) {
            BoxMark only = chosen.get(0);
            Optional<Handle> handle = Handle.at(viewport.toScreen(only.box()), pointer.x, pointer.y);
            if (handle.isPresent()) {
                return Optional.of(new Hit(only, handle));
            }
        }
        double x = viewport.toPageX(pointer.x);
        double y = viewport.toPageY(pointer.y);
        return boxes.at(x, y, REACH / viewport.scale()).map(mark -> new Hit(mark, Optional.empty()));
    }

    /** A box kept inside the page, its size kept where it can be. */
    public Box inside(Box box) {
        double width = Math.min(box.width(), page.width());
        double height = Math.min(box.height(), page.height());
        double left = Math.max(0, Math.min(page.width() - width, box.left()));
        double top = Math.max(0, Math.min(page.height() - height, box.top()));
        return new Box(left, top, left + width, top + height);
    }
}
