package sigmark.labeling.guide.check;

import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.inference.page.InkMap;
import sigmark.inference.page.InkSnap;
import sigmark.inference.page.PixelImage;

/** The ink of a decoded page; looks only at what lies around the box it is asked about. */
public final class PixelInk implements PageInk {
    private static final double UNKNOWN_DPI = 200;
    private static final int LEAST_INK = 2;

    /** Ink narrower than this part of an inch is a full stop or a comma, not a neighbour. */
    private static final double MARKS_AN_INCH = 30;

    private final PixelImage page;
    private final double dpi;

    /** @param dpi as kept with the page; not positive when nobody knows */
    public PixelInk(PixelImage page, double dpi) {
        this.page = page;
        this.dpi = dpi > 0 ? dpi : UNKNOWN_DPI;
    }

    @Override
    public double width() {
        return page.width();
    }

    @Override
    public double height() {
        return page.height();
    }

    @Override
    public double dpi() {
        return dpi;
    }

    @Override
    public Optional<Box> hull(Box rough) {
        return InkSnap.snap(page, rough);
    }

    @Override
    public double gapLeft(Box box) {
        return gap(box, new Box(0, middleTop(box), Math.max(1, box.left()), middleBottom(box)), -1);
    }

    @Override
    public double gapRight(Box box) {
        double left = Math.min(page.width() - 1.0, box.right());
        return gap(box, new Box(left, middleTop(box), page.width(), middleBottom(box)), 1);
    }

    /** The middle of the line, where neighbouring lines do not reach. */
    private static double middleTop(Box box) {
        return box.centerY() - Math.max(2, box.height() * 0.25);
    }

    private static double middleBottom(Box box) {
        return box.centerY() + Math.max(2, box.height() * 0.25);
    }

    private double gap(Box box, Box band, int step) {
        Optional<Box> inside = band.clip(page.width(), page.height());
        if (inside.isEmpty() || inside.get().width() < 1) {
            return Double.POSITIVE_INFINITY;
        }
        InkMap ink = InkMap.of(page.crop(inside.get()).grey());
        double left = Math.floor(inside.get().left());
        int first = step > 0 ? 0 : ink.width() - 1;
        int columns = 0;
        int blanks = 0;
        int nearest = first;
        for (int x = first; x >= 0 && x < ink.width(); x += step) {
            boolean here = hasInk(ink, x);
            blanks = here ? 0 : blanks + 1;
            if (blanks > dpi / MARKS_AN_INCH) {
                columns = 0;
            }
            nearest = here && columns == 0 ? x : nearest;
            columns += here ? 1 : 0;
            if (columns > dpi / MARKS_AN_INCH) {
                return step > 0 ? left + nearest - box.right() : box.left() - (left + nearest + 1);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static boolean hasInk(InkMap ink, int x) {
        int found = 0;
        for (int y = 0; y < ink.height(); y++) {
            found += ink.at(x, y) ? 1 : 0;
        }
        return found >= LEAST_INK;
    }
}
