package sigmark.labeling.delivery;

import java.util.List;
import sigmark.labeling.project.BoxTurn;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/**
 * The human labels of one page at one time, with the frame that their boxes are given in.
 *
 * @param sha256 of the page's file
 * @param quarterTurns by hand, 0 to 3
 * @param width of the upright page, pixels
 */
public record PageLabels(
        String pageId, String sha256, int quarterTurns, int width, int height, List<FormulaRegion> regions) {
    public PageLabels {
        if (quarterTurns < 0 || quarterTurns > 3 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "page %s turned %d of %d×%d".formatted(pageId, quarterTurns, width, height));
        }
        regions = List.copyOf(regions);
    }

    /** Labels on a page as it is. */
    public static PageLabels of(Page page, List<FormulaRegion> regions) {
        return new PageLabels(
                page.id(), page.source().sha256(), page.quarterTurns(), page.width(), page.height(), regions);
    }

    /** Whether both speak of the same pixels, turned by hand or not. */
    public boolean samePicture(PageLabels other) {
        int turns = Math.floorMod(other.quarterTurns - quarterTurns, 4);
        boolean sameSize = turns % 2 == 0
                ? width == other.width && height == other.height
                : width == other.height && height == other.width;
        return sha256.equals(other.sha256) && sameSize;
    }

    /** The same labels with boxes as they stand once the page is turned to lie like {@code other}. */
    public PageLabels turnedLike(PageLabels other) {
        int turns = Math.floorMod(other.quarterTurns - quarterTurns, 4);
        return turns == 0
                ? this
                : new PageLabels(
                        pageId,
                        sha256,
                        other.quarterTurns,
                        other.width,
                        other.height,
                        regions.stream()
                                .map(region -> region.withBox(BoxTurn.turn(region.box(), turns, width, height)))
                                .toList());
    }

    /** The same frame with other labels. */
    public PageLabels with(List<FormulaRegion> others) {
        return new PageLabels(pageId, sha256, quarterTurns, width, height, others);
    }
}
