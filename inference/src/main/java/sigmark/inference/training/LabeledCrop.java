package sigmark.inference.training;

import java.util.List;
import sigmark.inference.page.GreyImage;

/**
 * A picture of a formula and what should be read from it.
 *
 * @param image the crop as it came, of any size
 * @param pieces what the network should answer, in numbers of its vocabulary
 */
public record LabeledCrop(GreyImage image, List<Integer> pieces) {
    public LabeledCrop {
        pieces = List.copyOf(pieces);
    }
}
