package sigmark.app.canvas;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import sigmark.inference.page.Box;

/** Finds marks by place without walking all of them: a grid over the page, each cell naming the marks that touch it. */
public final class BoxIndex {
    public static final BoxIndex EMPTY = new BoxIndex(List.of());
    private static final int CELLS = 32;

    private final List<BoxMark> marks;
    private final List<List<Integer>> cells = new ArrayList<>();
    private final double left;
    private final double top;
    private final double cellWidth;
    private final double cellHeight;

    public BoxIndex(List<BoxMark> marks) {
        this.marks = List.copyOf(marks);
        Box all = marks.stream().map(BoxMark::box).reduce(Box::union).orElse(new Box(0, 0, 1, 1));
        left = all.left();
        top = all.top();
        cellWidth = all.width() / CELLS;
        cellHeight = all.height() / CELLS;
        for (int i = 0; i < CELLS * CELLS; i++) {
            cells.add(new ArrayList<>(2));
        }
        for (int i = 0; i < this.marks.size(); i++) {
            int mark = i;
            forCells(this.marks.get(i).box(), cell -> cells.get(cell).add(mark));
        }
    }

    /** In the order in which they were given. */
    public List<BoxMark> marks() {
        return marks;
    }

    public Optional<BoxMark> find(String id) {
        return marks.stream().filter(mark -> mark.id().equals(id)).findFirst();
    }

    /** Marks that share area with a box, in the given order. */
    public List<BoxMark> touching(Box area) {
        var found = new BitSet(marks.size());
        forCells(area, cell -> cells.get(cell).forEach(i -> {
            if (marks.get(i).box().sharedArea(area) > 0) {
                found.set(i);
            }
        }));
        return found.stream().mapToObj(marks::get).toList();
    }

    /** The mark at a point, the smallest when several lie there; {@code reach} is how far outside still counts. */
    public Optional<BoxMark> at(double x, double y, double reach) {
        double side = Math.max(reach, 1e-6);
        BoxMark best = null;
        for (BoxMark mark : touching(new Box(x - side, y - side, x + side, y + side))) {
            if (mark.box().grow(side).contains(x, y)
                    && (best == null || mark.box().area() < best.box().area())) {
                best = mark;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The mark whose edge is nearest to a point; ties go to the earlier one. */
    public Optional<BoxMark> nearest(double x, double y) {
        BoxMark best = null;
        double bestDistance = Double.POSITIVE_INFINITY;
        for (BoxMark mark : marks) {
            double distance = distance(mark.box(), x, y);
            if (distance < bestDistance) {
                best = mark;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double distance(Box box, double x, double y) {
        double dx = Math.max(0, Math.max(box.left() - x, x - box.right()));
        double dy = Math.max(0, Math.max(box.top() - y, y - box.bottom()));
        return Math.hypot(dx, dy);
    }

    private void forCells(Box box, java.util.function.IntConsumer action) {
        int x0 = cell((box.left() - left) / cellWidth);
        int x1 = cell((box.right() - left) / cellWidth);
        int y0 = cell((box.top() - top) / cellHeight);
        int y1 = cell((box.bottom() - top) / cellHeight);
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                action.accept(y * CELLS + x);
            }
        }
    }

    private static int cell(double position) {
        return (int) Math.max(0, Math.min(CELLS - 1, Math.floor(position)));
    }
}
