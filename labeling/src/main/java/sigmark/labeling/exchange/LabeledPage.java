package sigmark.labeling.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Split;

/**
 * A page as a label file states it.
 *
 * @param image the image as the file names it
 * @param file the image itself, where it lies beside the label file
 * @param pageName name of the page in the project that the file was exported from; empty where it says none
 * @param width of the frame that the boxes are in; 0 where the file does not say
 * @param where file and line or record, for messages
 */
public record LabeledPage(
        String image,
        Optional<Path> file,
        String pageName,
        int width,
        int height,
        Optional<Split> split,
        Optional<LabelState> state,
        Set<String> tags,
        String remark,
        List<LabeledRegion> regions,
        String where) {
    public LabeledPage {
        tags = Set.copyOf(tags);
        regions = List.copyOf(regions);
    }

    /** A page of which the file says only image and frame. */
    public static LabeledPage of(
            String image, Optional<Path> file, int width, int height, List<LabeledRegion> regions, String where) {
        return new LabeledPage(
                image, file, "", width, height, Optional.empty(), Optional.empty(), Set.of(), "", regions, where);
    }

    /** Whether the image is one formula's crop: its only region covers all of it. */
    boolean isCrop() {
        return pageName.isEmpty()
                && regions.size() == 1
                && width > 0
                && height > 0
                && regions.get(0).box().equals(new Box(0, 0, width, height));
    }

    /** The same, used for a split. */
    LabeledPage used(Optional<Split> newSplit) {
        return new LabeledPage(image, file, pageName, width, height, newSplit, state, tags, remark, regions, where);
    }

    /** The same with other regions. */
    LabeledPage with(List<LabeledRegion> newRegions) {
        return new LabeledPage(image, file, pageName, width, height, split, state, tags, remark, newRegions, where);
    }
}
