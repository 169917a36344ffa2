package sigmark.inference.page;

import java.util.List;
import sigmark.inference.work.Problem;

/**
 * A page's pixels, turned upright.
 *
 * @param rawWidth pixels as stored in the file; for a PDF page as drawn
 * @param exifOrientation 1 to 8, already applied to {@code upright}
 * @param remarks what is odd about the file although it could be read
 */
public record DecodedPage(PixelImage upright, int rawWidth, int rawHeight, int exifOrientation, List<Problem> remarks) {
    public DecodedPage {
        remarks = List.copyOf(remarks);
    }
}
