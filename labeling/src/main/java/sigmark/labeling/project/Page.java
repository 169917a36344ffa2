package sigmark.labeling.project;

import java.time.Instant;
import java.util.Set;

/**
 * One image to label, shown upright; its file is never rewritten.
 *
 * @param id a UUID that stays the same in every copy of the project
 * @param order place in the page list
 * @param name shown to people: the file's name in NFC, with {@code #3} for the third page of a PDF
 * @param rawWidth pixels as stored in the file
 * @param exifOrientation 1 to 8
 * @param quarterTurns clockwise turns by hand after EXIF, 0 to 3
 * @param width of the upright page, in which all boxes are given
 * @param perceptualHash 64-bit hash of the upright page for near duplicates
 */
public record Page(
        String id,
        int order,
        String name,
        PageSource source,
        int rawWidth,
        int rawHeight,
        int exifOrientation,
        int quarterTurns,
        int width,
        int height,
        long perceptualHash,
        Split split,
        LabelState state,
        Set<String> tags,
        String remark,
        Instant importedAt) {
    public Page {
        if (width <= 0 || height <= 0 || rawWidth <= 0 || rawHeight <= 0) {
            throw new IllegalArgumentException(
                    "page %s of %d×%d, raw %d×%d".formatted(name, width, height, rawWidth, rawHeight));
        }
        if (exifOrientation < 1 || exifOrientation > 8 || quarterTurns < 0 || quarterTurns > 3) {
            throw new IllegalArgumentException(
                    "page %s: exifOrientation=%d quarterTurns=%d".formatted(name, exifOrientation, quarterTurns));
        }
        tags = Set.copyOf(tags);
    }
}
