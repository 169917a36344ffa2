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

    /** Turned clockwise by hand once or more; three turns are one to the left. Its regions' boxes turn by {@link BoxTurn}. */
    public Page turned(int turns) {
        int more = Math.floorMod(turns, 4);
        boolean swapped = more % 2 == 1;
        return withQuarterTurns((quarterTurns + more) % 4).withSize(swapped ? height : width, swapped ? width : height);
    }

    private Page withSize(int width, int height) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    /** The page with another picture behind it; split, state, tags and remark stay. */
    public Page withPicture(Page other) {
        return new Page(
                id,
                order,
                other.name,
                other.source,
                other.rawWidth,
                other.rawHeight,
                other.exifOrientation,
                other.quarterTurns,
                other.width,
                other.height,
                other.perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    public Page withId(String id) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    public Page withOrder(int order) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    public Page withName(String name) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    public Page withSource(PageSource source) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    private Page withQuarterTurns(int quarterTurns) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    public Page withSplit(Split split) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    public Page withState(LabelState state) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    public Page withTags(Set<String> tags) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    public Page withRemark(String remark) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }

    public Page withImportedAt(Instant importedAt) {
        return new Page(
                id,
                order,
                name,
                source,
                rawWidth,
                rawHeight,
                exifOrientation,
                quarterTurns,
                width,
                height,
                perceptualHash,
                split,
                state,
                tags,
                remark,
                importedAt);
    }
}
