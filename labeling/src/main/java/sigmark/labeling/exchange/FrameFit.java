package sigmark.labeling.exchange;

import java.util.Optional;
import java.util.function.UnaryOperator;
import sigmark.inference.page.Box;
import sigmark.labeling.project.BoxTurn;
import sigmark.labeling.project.Page;

/**
 * Brings boxes from the frame that a label file states into the upright page's frame.
 *
 * @param change what was done to the boxes: {@code none}, {@code turned} or {@code scaled}
 */
record FrameFit(UnaryOperator<Box> boxes, String change) {
    private static final double SAME_SHAPE = 0.01;

    /**
     * The way from a frame of that size, 0 by 0 when the file does not say; empty when it is neither the page upright,
     * nor as stored, nor at another resolution.
     */
    static Optional<FrameFit> of(int width, int height, Page page) {
        if (width == 0 || height == 0 || (width == page.width() && height == page.height())) {
            return Optional.of(new FrameFit(box -> box, "none"));
        }
        boolean sideways = page.exifOrientation() >= 5;
        int exifWidth = sideways ? page.rawHeight() : page.rawWidth();
        int exifHeight = sideways ? page.rawWidth() : page.rawHeight();
        if (width == exifWidth && height == exifHeight) {
            return Optional.of(
                    new FrameFit(box -> BoxTurn.turn(box, page.quarterTurns(), exifWidth, exifHeight), "turned"));
        }
        if (width == page.rawWidth() && height == page.rawHeight()) {
            return Optional.of(new FrameFit(
                    box -> BoxTurn.turn(
                            upright(box, page.exifOrientation(), width, height),
                            page.quarterTurns(),
                            exifWidth,
                            exifHeight),
                    "turned"));
        }
        double x = (double) page.width() / width;
        double y = (double) page.height() / height;
        if (Math.abs(x / y - 1) < SAME_SHAPE) {
            return Optional.of(new FrameFit(box -> box.scale(x, y), "scaled"));
        }
        return Optional.empty();
    }

    /** From the stored picture to the one that EXIF turns upright. */
    static Box upright(Box box, int orientation, double width, double height) {
        Box mirrored = new Box(width - box.right(), box.top(), width - box.left(), box.bottom());
        return switch (orientation) {
            case 2 -> mirrored;
            case 3 -> BoxTurn.turn(box, 2, width, height);
            case 4 -> BoxTurn.turn(mirrored, 2, width, height);
            case 5 -> BoxTurn.turn(mirrored, 3, width, height);
            case 6 -> BoxTurn.turn(box, 1, width, height);
            case 7 -> BoxTurn.turn(mirrored, 1, width, height);
            case 8 -> BoxTurn.turn(box, 3, width, height);
            default -> box;
        };
    }
}
