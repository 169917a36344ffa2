package sigmark.inference.page;

/**
 * A box in the upright page's pixels: origin top-left, half-open {@code [left, right) × [top, bottom)}, so that width is
 * right minus left. Never empty.
 */
public record Box(double left, double top, double right, double bottom) {
    public Box {
        boolean finite =
                Double.isFinite(left) && Double.isFinite(top) && Double.isFinite(right) && Double.isFinite(bottom);
        if (!finite || !(right > left) || !(bottom > top)) {
            throw new IllegalArgumentException(
                    "empty box: left=%s top=%s right=%s bottom=%s".formatted(left, top, right, bottom));
        }
    }

    /** From a corner and a size, as COCO writes boxes. */
    public static Box ofSize(double left, double top, double width, double height) {
        return new Box(left, top, left + width, top + height);
    }

    /** The smallest box that holds both corners, in any order. */
    public static Box ofCorners(double x0, double y0, double x1, double y1) {
        return new Box(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double area() {
        return width() * height();
    }

    public double centerX() {
        return (left + right) / 2;
    }

    public double centerY() {
        return (top + bottom) / 2;
    }

    /** Area of the part that both cover; 0 when they only touch. */
    public double sharedArea(Box other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return width > 0 && height > 0 ? width * height : 0;
    }

    /** Overlap over union, 0 to 1. */
    public double iou(Box other) {
        double shared = sharedArea(other);
        return shared / (area() + other.area() - shared);
    }

    public boolean contains(double x, double y) {
        return x >= left && x < right && y >= top && y < bottom;
    }

    public Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public Box translate(double dx, double dy) {
        return new Box(left + dx, top + dy, right + dx, bottom + dy);
    }

    /** Every coordinate multiplied, for another resolution of the same page. */
    public Box scale(double factorX, double factorY) {
        return new Box(left * factorX, top * factorY, right * factorX, bottom * factorY);
    }

    /** Grown on every side by {@code margin} pixels; shrunk when negative, and then it must not become empty. */
    public Box grow(double margin) {
        return new Box(left - margin, top - margin, right + margin, bottom + margin);
    }

    /** The part inside a page of this size; empty when the box lies wholly outside. */
    public java.util.Optional<Box> clip(double pageWidth, double pageHeight) {
        double l = Math.max(0, left);
        double t = Math.max(0, top);
        double r = Math.min(pageWidth, right);
        double b = Math.min(pageHeight, bottom);
        return r > l && b > t ? java.util.Optional.of(new Box(l, t, r, b)) : java.util.Optional.empty();
    }
}
