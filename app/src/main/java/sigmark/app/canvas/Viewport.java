package sigmark.app.canvas;

import sigmark.inference.page.Box;

/**
 * Which part of the page the screen shows: screen = (page − origin) × scale. Screen units are JavaFX pixels.
 *
 * @param scale screen pixels for one page pixel; 1 is 100 %
 * @param originX page coordinate at the screen's left border
 * @param originY page coordinate at the screen's top border
 */
public record Viewport(double scale, double originX, double originY) {
    public static final double MIN_SCALE = 0.005;
    public static final double MAX_SCALE = 32;
    public static final Viewport START = new Viewport(1, 0, 0);
    /** Screen pixels left free around a page that is fitted. */
    private static final double FIT_MARGIN = 14;
    /** Screen pixels of the page that stay visible however far it is pushed. */
    private static final double KEPT_VISIBLE = 80;
    /** Share of the readable height below which a box is zoomed in. */
    private static final double SMALLEST_TO_READ = 0.6;
    /** Zooming in to read stops here: a single letter is small beside its neighbours too. */
    private static final double MOST_TO_READ = 1.6;

    public Viewport {
        if (!(scale > 0) || !Double.isFinite(originX) || !Double.isFinite(originY)) {
            throw new IllegalArgumentException("viewport of scale=%s at %s, %s".formatted(scale, originX, originY));
        }
        scale = Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale));
    }

    /** A width and a height, of the page or of the view. */
    public record Size(double width, double height) {
        public Size {
            if (!(width > 0) || !(height > 0)) {
                throw new IllegalArgumentException("size of %s×%s".formatted(width, height));
            }
        }
    }

    /** The whole page in the middle of the view. */
    public static Viewport fit(Size page, Size view) {
        double free = Math.min(2 * FIT_MARGIN, Math.min(view.width, view.height) / 4);
        double scale = Math.min((view.width - free) / page.width, (view.height - free) / page.height);
        return centered(scale, page.width / 2, page.height / 2, view);
    }

    /** The page's whole width, from its top. */
    public static Viewport fitWidth(Size page, Size view) {
        double scale = (view.width - Math.min(2 * FIT_MARGIN, view.width / 4)) / page.width;
        Viewport middle = centered(scale, page.width / 2, page.height / 2, view);
        return page.height * scale <= view.height ? middle : new Viewport(scale, middle.originX, -FIT_MARGIN / scale);
    }

    /** A page point in the middle of the view. */
    public static Viewport centered(double scale, double pageX, double pageY, Size view) {
        double kept = Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale));
        return new Viewport(kept, pageX - view.width / 2 / kept, pageY - view.height / 2 / kept);
    }

    public double toScreenX(double pageX) {
        return (pageX - originX) * scale;
    }

    public double toScreenY(double pageY) {
        return (pageY - originY) * scale;
    }

    public double toPageX(double screenX) {
        return originX + screenX / scale;
    }

    public double toPageY(double screenY) {
        return originY + screenY / scale;
    }

    public Box toScreen(Box box) {
        return new Box(toScreenX(box.left()), toScreenY(box.top()), toScreenX(box.right()), toScreenY(box.bottom()));
    }

    /** The part of the page plane that a view of this size shows. */
    public Box visible(Size view) {
        return new Box(originX, originY, toPageX(view.width), toPageY(view.height));
    }

    /** Zoomed so that the page point under the pointer stays under it. */
    public Viewport zoomedAt(double factor, double screenX, double screenY) {
        double zoomed = Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale * factor));
        return new Viewport(zoomed, toPageX(screenX) - screenX / zoomed, toPageY(screenY) - screenY / zoomed);
    }

    /** The page moved with the pointer by a distance on the screen. */
    public Viewport panned(double screenDx, double screenDy) {
        return new Viewport(scale, originX - screenDx / scale, originY - screenDy / scale);
    }

    /**
     * The box in the middle; zoomed in when it is too small to read, out when it would not fit or fills the view. Between
     * these the scale stays, so that going from box to box is calm.
     *
     * @param readableHeight screen pixels of a box that reads well
     */
    public Viewport centeredOn(Box box, Size view, double readableHeight) {
        double fits = Math.min(view.width * 0.8 / box.width(), view.height * 0.3 / box.height());
        double readable = Math.min(MOST_TO_READ, readableHeight / box.height());
        double wanted = box.height() * scale < SMALLEST_TO_READ * readableHeight ? Math.max(scale, readable) : scale;
        return centered(Math.min(wanted, fits), box.centerX(), box.centerY(), view);
    }

    /** Moved as little as shows the box with some room around; the same when it is shown already. */
    public Viewport revealing(Box box, Size view, double screenMargin) {
        double dx = shift(toScreenX(box.left()), toScreenX(box.right()), view.width, screenMargin);
        double dy = shift(toScreenY(box.top()), toScreenY(box.bottom()), view.height, screenMargin);
        return dx == 0 && dy == 0 ? this : panned(dx, dy);
    }

    private static double shift(double low, double high, double length, double margin) {
        if (high - low + 2 * margin > length) {
            return length / 2 - (low + high) / 2;
        }
        if (low < margin) {
            return margin - low;
        }
        return high > length - margin ? length - margin - high : 0;
    }

    /** Without more room around the page than its fitting leaves; a page that fits stands in the middle. */
    public Viewport filled(Size page, Size view) {
        double x = fill(toScreenX(0), page.width * scale, view.width);
        double y = fill(toScreenY(0), page.height * scale, view.height);
        return new Viewport(scale, -x / scale, -y / scale);
    }

    private static double fill(double start, double length, double view) {
        return length + 2 * FIT_MARGIN <= view
                ? (view - length) / 2
                : Math.max(view - length - FIT_MARGIN, Math.min(FIT_MARGIN, start));
    }

    /** Brought back when the page was pushed out of sight. */
    public Viewport limited(Size page, Size view) {
        double x = limit(toScreenX(0), page.width * scale, view.width);
        double y = limit(toScreenY(0), page.height * scale, view.height);
        return new Viewport(scale, -x / scale, -y / scale);
    }

    private static double limit(double start, double length, double view) {
        double kept = Math.min(KEPT_VISIBLE, Math.min(length, view));
        return Math.max(kept - length, Math.min(view - kept, start));
    }
}
