package sigmark.labeling.guide.example;

import java.util.List;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.inference.page.PixelImage;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.PixelInk;

/**
 * An example to look at, and to judge.
 *
 * @param picture the region with what lies around it
 * @param others boxes of other regions in the picture
 * @param dpi pixels of an inch
 */
public record Exhibit(PixelImage picture, CheckedRegion.Label label, List<Box> others, double dpi) {
    public Exhibit {
        others = List.copyOf(others);
    }

    /** The region as rules see it. */
    public CheckedRegion region() {
        return new CheckedRegion(label, Optional.of(new PixelInk(picture, dpi)), others);
    }

    public Box box() {
        return label.box();
    }
}
