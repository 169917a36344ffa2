package sigmark.analysis.detection;

/**
 * A box as files give it, in page pixels. Unlike {@link sigmark.inference.page.Box} it may be empty or turned inside out:
 * the reference programs score such boxes too.
 */
public record RawBox(double x, double y, double width, double height) {
    public double area() {
        return width * height;
    }

    /** Area of what both cover, 0 when they do not overlap. */
    double shared(RawBox other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        if (!(w > 0)) {
            return 0;
        }
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return h > 0 ? w * h : 0;
    }

    /** Overlap over union of continuous boxes; over the area of this one alone when the other is a crowd. */
    double iou(RawBox truth, boolean crowd) {
        double shared = shared(truth);
        return shared == 0 ? 0 : shared / (crowd ? area() : area() + truth.area() - shared);
    }

    /** Overlap over union with a pixel added to both sides, the way of older programs that count pixels. */
    double pixelIou(RawBox other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x) + 1;
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y) + 1;
        if (!(w > 0 && h > 0)) {
            return 0;
        }
        double shared = w * h;
        return shared / ((width + 1) * (height + 1) + (other.width + 1) * (other.height + 1) - shared);
    }
}
