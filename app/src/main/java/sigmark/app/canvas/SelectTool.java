package sigmark.app.canvas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import sigmark.app.canvas.PageScene.Hit;
import sigmark.app.canvas.PageScene.Pointer;
import sigmark.inference.page.Box;

/** Selects boxes by click or rubber band, moves them, and resizes a single one by its handles. */
public final class SelectTool implements Tool {
    /** Screen pixels that a press may wander and still be a click. */
    private static final double CLICK = 3;

    @Override
    public Gesture press(PageScene scene, Pointer pointer) {
        Optional<Hit> hit = scene.hit(pointer);
        if (hit.isEmpty()) {
            return new Band(scene, pointer);
        }
        if (hit.get().handle().isPresent()) {
            return new Resize(
                    scene, pointer, hit.get().mark(), hit.get().handle().get());
        }
        return new Move(scene, pointer, hit.get().mark());
    }

    @Override
    public Cursor cursor(PageScene scene, Pointer pointer) {
        return scene.hit(pointer)
                .map(hit -> hit.handle().map(SelectTool::cursor).orElse(Cursor.MOVE))
                .orElse(Cursor.DEFAULT);
    }

    private static Cursor cursor(Handle handle) {
        return switch (handle) {
            case TOP_LEFT -> Cursor.NW_RESIZE;
            case TOP -> Cursor.N_RESIZE;
            case TOP_RIGHT -> Cursor.NE_RESIZE;
            case RIGHT -> Cursor.E_RESIZE;
            case BOTTOM_RIGHT -> Cursor.SE_RESIZE;
            case BOTTOM -> Cursor.S_RESIZE;
            case BOTTOM_LEFT -> Cursor.SW_RESIZE;
            case LEFT -> Cursor.W_RESIZE;
        };
    }

    private static boolean isClick(Pointer from, Pointer to) {
        return Math.abs(from.x() - to.x()) <= CLICK && Math.abs(from.y() - to.y()) <= CLICK;
    }

    private record Move(PageScene scene, Pointer from, BoxMark grabbed) implements Gesture {
        @Override
        public Preview drag(Pointer pointer) {
            return isClick(from, pointer) ? Preview.NONE : new Preview(moved(pointer), Optional.empty());
        }

        @Override
        public Outcome release(Pointer pointer) {
            return isClick(from, pointer) ? new Outcome.Select(clicked()) : new Outcome.Reshape(moved(pointer), false);
        }

        /** All selected boxes move together, as far as all stay on the page. */
        private Map<String, Box> moved(Pointer pointer) {
            List<BoxMark> together = scene.selected().contains(grabbed.id()) ? scene.selectedMarks() : List.of(grabbed);
            double dx = Math.rint((pointer.x() - from.x()) / scene.viewport().scale());
            double dy = Math.rint((pointer.y() - from.y()) / scene.viewport().scale());
            Box hull = together.stream().map(BoxMark::box).reduce(Box::union).orElse(grabbed.box());
            Box kept = scene.inside(hull.translate(dx, dy));
            Map<String, Box> moved = new LinkedHashMap<>();
            for (BoxMark mark : together) {
                moved.put(mark.id(), mark.box().translate(kept.left() - hull.left(), kept.top() - hull.top()));
            }
            return moved;
        }

        private Set<String> clicked() {
            if (!from.extend()) {
                return Set.of(grabbed.id());
            }
            Set<String> ids = new LinkedHashSet<>(scene.selected());
            if (!ids.remove(grabbed.id())) {
                ids.add(grabbed.id());
            }
            return ids;
        }
    }

    private record Resize(PageScene scene, Pointer from, BoxMark mark, Handle handle) implements Gesture {
        @Override
        public Preview drag(Pointer pointer) {
            return new Preview(Map.of(mark.id(), resized(pointer)), Optional.empty());
        }

        @Override
        public Outcome release(Pointer pointer) {
            Box box = resized(pointer);
            return box.equals(mark.box()) ? Outcome.NOTHING : new Outcome.Reshape(Map.of(mark.id(), box), false);
        }

        private Box resized(Pointer pointer) {
            double dx = Math.rint((pointer.x() - from.x()) / scene.viewport().scale());
            double dy = Math.rint((pointer.y() - from.y()) / scene.viewport().scale());
            Box wanted = handle.moved(mark.box(), dx, dy);
            return wanted.clip(scene.page().width(), scene.page().height()).orElse(mark.box());
        }
    }

    private record Band(PageScene scene, Pointer from) implements Gesture {
        @Override
        public Preview drag(Pointer pointer) {
            return isClick(from, pointer) ? Preview.NONE : new Preview(Map.of(), Optional.of(band(pointer)));
        }

        @Override
        public Outcome release(Pointer pointer) {
            Set<String> ids = new LinkedHashSet<>(from.extend() ? scene.selected() : Set.of());
            if (!isClick(from, pointer)) {
                scene.boxes().touching(band(pointer)).forEach(mark -> ids.add(mark.id()));
            }
            return new Outcome.Select(ids);
        }

        private Box band(Pointer pointer) {
            double x0 = scene.viewport().toPageX(from.x());
            double y0 = scene.viewport().toPageY(from.y());
            double x1 = scene.viewport().toPageX(pointer.x());
            double y1 = scene.viewport().toPageY(pointer.y());
            return Box.ofCorners(x0, y0, x1 == x0 ? x0 + 1e-6 : x1, y1 == y0 ? y0 + 1e-6 : y1);
        }
    }
}
