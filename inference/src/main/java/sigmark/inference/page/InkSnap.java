package sigmark.inference.page;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Draws a roughly placed box tight around the ink that it means: connected ink of which at least half lies in the box
 * belongs to it, also where it reaches out; ink that only reaches in does not.
 */
public final class InkSnap {
    /** Connected ink of fewer pixels is a speck, unless the box holds nothing else. */
    private static final int SPECK = 3;

    /** A hull may reach out of a found box by this share of its shorter side. */
    private static final double REACH = 0.35;

    private InkSnap() {}

    /**
     * The tight hull of the ink that a box means, in whole pixels.
     *
     * @param page the upright page
     * @param rough a box in the page's pixels; may reach over its edge
     * @return empty where there is no ink
     */
    public static Optional<Box> snap(PixelImage page, Box rough) {
        Optional<Box> inside = rough.clip(page.width(), page.height());
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        double margin = Math.min(200, Math.max(12, Math.min(rough.width(), rough.height()) / 2));
        Box window = inside.get().grow(margin).clip(page.width(), page.height()).orElse(inside.get());
        PixelImage part = page.crop(window);
        double left = Math.floor(window.left());
        double top = Math.floor(window.top());
        InkMap ink = InkMap.of(part.grey());
        return hull(ink, inside.get().translate(-left, -top)).map(box -> box.translate(left, top));
    }

    /**
     * A box that a model found, drawn tight, or as it was where snapping goes astray: where there is no ink, and where
     * ink touches other ink and the hull reaches far out. Giving up paper is always right; around a single letter a rough
     * box can hold more paper than letter.
     */
    public static Box tight(PixelImage page, Box found) {
        Box around = found.grow(REACH * Math.min(found.width(), found.height()));
        return snap(page, found)
                .filter(hull -> hull.iou(found) >= 0.5 || around.union(hull).equals(around))
                .orElse(found);
    }

    private static Optional<Box> hull(InkMap ink, Box rough) {
        int width = ink.width();
        boolean[] seen = new boolean[width * ink.height()];
        var hull = new Hull();
        var specks = new Hull();
        int left = Math.max(0, (int) Math.floor(rough.left()));
        int right = Math.min(width, (int) Math.ceil(rough.right()));
        int bottom = Math.min(ink.height(), (int) Math.ceil(rough.bottom()));
        for (int y = Math.max(0, (int) Math.floor(rough.top())); y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (ink.at(x, y) && !seen[y * width + x]) {
                    Hull piece = flood(ink, x, y, seen, rough);
                    if (2 * piece.inside >= piece.pixels) {
                        (piece.pixels < SPECK ? specks : hull).add(piece);
                    }
                }
            }
        }
        return hull.pixels > 0 ? hull.box() : specks.box();
    }

    /** The ink connected to a pixel, diagonals included. */
    private static Hull flood(InkMap ink, int startX, int startY, boolean[] seen, Box rough) {
        int width = ink.width();
        var hull = new Hull();
        var open = new ArrayDeque<Integer>();
        open.add(startY * width + startX);
        seen[startY * width + startX] = true;
        while (!open.isEmpty()) {
            int at = open.removeLast();
            int x = at % width;
            int y = at / width;
            hull.add(x, y, rough.contains(x + 0.5, y + 0.5));
            for (int ny = Math.max(0, y - 1); ny <= Math.min(ink.height() - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int next = ny * width + nx;
                    if (!seen[next] && ink.at(nx, ny)) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        return hull;
    }

    /** Grows as pixels are added. */
    private static final class Hull {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private long pixels;
        private long inside;

        void add(int x, int y, boolean isInside) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
            pixels++;
            inside += isInside ? 1 : 0;
        }

        void add(Hull other) {
            left = Math.min(left, other.left);
            top = Math.min(top, other.top);
            right = Math.max(right, other.right);
            bottom = Math.max(bottom, other.bottom);
            pixels += other.pixels;
            inside += other.inside;
        }

        Optional<Box> box() {
            return pixels == 0 ? Optional.empty() : Optional.of(new Box(left, top, right, bottom));
        }
    }
}
