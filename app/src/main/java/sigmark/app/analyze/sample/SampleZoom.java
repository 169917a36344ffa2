package sigmark.app.analyze.sample;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.app.canvas.Viewport;
import sigmark.inference.page.Box;

/**
 * One zoom for the page, the crop and both renderings of a sample: one factor and one centre, in page coordinates. Factor
 * 1 shows the whole formula in the parts and the page as it was opened; whoever moves, all others follow. A part never
 * leaves its formula, however far the page is moved. Use from the window's thread.
 */
public final class SampleZoom {
    public static final double LEAST = 0.25;
    public static final double MOST = 40;

    /** Small formulas are enlarged, but not to mush. */
    private static final double LARGEST_FIT = 4;

    private static final State START = new State(new Box(0, 0, 1, 1), 1, 0.5, 0.5, 1);

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(START);

    /**
     * What is looked at.
     *
     * @param box of the formula, with the room around it that the parts show
     * @param factor 1 where the parts show all of the box
     * @param pageScale the page's scale at factor 1
     */
    public record State(Box box, double factor, double centerX, double centerY, double pageScale) {
        public State {
            if (!(factor > 0) || !(pageScale > 0) || !Double.isFinite(centerX) || !Double.isFinite(centerY)) {
                throw new IllegalArgumentException(
                        "zoom factor=%s pageScale=%s at %s, %s".formatted(factor, pageScale, centerX, centerY));
            }
            factor = Math.max(LEAST, Math.min(MOST, factor));
        }

        /** How a part of this size shows the formula. */
        public Viewport part(Viewport.Size view) {
            double scale = fit(view) * factor;
            return Viewport.centered(
                    scale,
                    kept(centerX, box.left(), box.right(), view.width() / scale),
                    kept(centerY, box.top(), box.bottom(), view.height() / scale),
                    view);
        }

        /** How the page is shown. */
        public Viewport page(Viewport.Size view) {
            return Viewport.centered(pageScale * factor, centerX, centerY, view);
        }

        private double fit(Viewport.Size view) {
            return Math.min(LARGEST_FIT, Math.min(view.width() / box.width(), view.height() / box.height()));
        }

        private State at(double newFactor, double x, double y) {
            return new State(box, newFactor, x, y, pageScale);
        }

        private static double kept(double wanted, double low, double high, double shown) {
            return shown >= high - low
                    ? (low + high) / 2
                    : Math.max(low + shown / 2, Math.min(high - shown / 2, wanted));
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Another formula, seen whole. */
    public void open(Box box, double pageScale) {
        double room = Math.max(3, Math.min(box.width(), box.height()) * 0.14);
        Box around = box.grow(room);
        state.set(new State(around, 1, around.centerX(), around.centerY(), pageScale));
    }

    /** The whole formula again, beside the page at this scale. */
    public void fit(double pageScale) {
        Box box = state.get().box;
        state.set(new State(box, 1, box.centerX(), box.centerY(), pageScale));
    }

    /** A pixel of the page is a pixel of the screen, on the page and in a part of this size. */
    public void actualSize(Viewport.Size part) {
        State now = state.get();
        double fit = now.fit(part);
        state.set(new State(now.box, 1 / fit, now.centerX, now.centerY, fit));
    }

    public void zoomBy(double by) {
        State now = state.get();
        state.set(now.at(now.factor * by, now.centerX, now.centerY));
    }

    /** A part of this size was moved by hand. */
    public void partMoved(Viewport wanted, Viewport.Size view) {
        State now = state.get();
        double factor = Math.max(LEAST, Math.min(MOST, wanted.scale() / now.fit(view)));
        Viewport kept =
                now.at(factor, middleX(wanted, view), middleY(wanted, view)).part(view);
        state.set(now.at(factor, middleX(kept, view), middleY(kept, view)));
    }

    /** The page was moved by hand. */
    public void pageMoved(Viewport wanted, Viewport.Size view) {
        State now = state.get();
        state.set(now.at(wanted.scale() / now.pageScale, middleX(wanted, view), middleY(wanted, view)));
    }

    private static double middleX(Viewport viewport, Viewport.Size view) {
        return viewport.toPageX(view.width() / 2);
    }

    private static double middleY(Viewport viewport, Viewport.Size view) {
        return viewport.toPageY(view.height() / 2);
    }
}
