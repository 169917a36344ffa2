package sigmark.inference.page;

/**
 * Where each pixel of a stored picture goes when it is turned upright. One pass, no copy between.
 *
 * <p>Orientations as in EXIF 2.32, tag Orientation: 2 mirrored, 3 turned by 180°, 4 flipped, 5 transposed, 6 to be
 * turned 90° clockwise, 7 transversed, 8 to be turned 90° counter-clockwise.
 */
final class Upright {
    private final int rawWidth;
    private final int rawHeight;
    private final int orientation;
    private final int[] pixels;
    private final int[] row;

    Upright(int rawWidth, int rawHeight, int orientation) {
        this.rawWidth = rawWidth;
        this.rawHeight = rawHeight;
        this.orientation = orientation;
        this.pixels = new int[Math.multiplyExact(rawWidth, rawHeight)];
        this.row = orientation == 1 ? pixels : new int[rawWidth];
    }

    /** The array that row {@code y} is to be written to, from {@link #offset} on. */
    int[] row() {
        return row;
    }

    int offset(int y) {
        return orientation == 1 ? y * rawWidth : 0;
    }

    /** To be called when row {@code y} stands in {@link #row}. */
    void done(int y) {
        if (orientation == 1) {
            return;
        }
        int w = rawWidth;
        int h = rawHeight;
        int first; // where the row's first pixel goes
        int step; // from one pixel of the row to the next
        switch (orientation) {
            case 2 -> {
                first = y * w + w - 1;
                step = -1;
            }
            case 3 -> {
                first = (h - 1 - y) * w + w - 1;
                step = -1;
            }
            case 4 -> {
                first = (h - 1 - y) * w;
                step = 1;
            }
            case 5 -> {
                first = y;
                step = h;
            }
            case 6 -> {
                first = h - 1 - y;
                step = h;
            }
            case 7 -> {
                first = (w - 1) * h + h - 1 - y;
                step = -h;
            }
            default -> {
                first = (w - 1) * h + y;
                step = -h;
            }
        }
        for (int x = 0, at = first; x < w; x++, at += step) {
            pixels[at] = row[x];
        }
    }

    PixelImage image() {
        boolean turned = orientation >= 5;
        return new PixelImage(turned ? rawHeight : rawWidth, turned ? rawWidth : rawHeight, pixels);
    }
}
