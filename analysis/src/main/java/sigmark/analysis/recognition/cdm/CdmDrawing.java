package sigmark.analysis.recognition.cdm;

import java.util.List;

/**
 * A formula laid out.
 *
 * @param width of the drawing in pixels
 * @param boxes its visible tokens in the order of the LaTeX
 */
public record CdmDrawing(double width, double height, List<CdmBox> boxes) {
    public CdmDrawing {
        boxes = List.copyOf(boxes);
    }
}
