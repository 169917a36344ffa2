package sigmark.inference.page;

/**
 * Size and orientation of one page of a file, known without its pixels.
 *
 * @param rawWidth pixels as stored, before the orientation is applied
 * @param exifOrientation 1 to 8
 */
public record PageFrame(int rawWidth, int rawHeight, int exifOrientation) {
    public PageFrame {
        if (rawWidth <= 0 || rawHeight <= 0 || exifOrientation < 1 || exifOrientation > 8) {
            throw new IllegalArgumentException(
                    "frame of %d×%d with orientation %d".formatted(rawWidth, rawHeight, exifOrientation));
        }
    }

    /** Width of the upright page. */
    public int width() {
        return exifOrientation >= 5 ? rawHeight : rawWidth;
    }

    /** Height of the upright page. */
    public int height() {
        return exifOrientation >= 5 ? rawWidth : rawHeight;
    }
}
