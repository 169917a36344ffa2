package sigmark.inference.detect;

import java.util.List;
import sigmark.inference.model.ModelCard;
import sigmark.inference.page.PixelImage;
import sigmark.inference.run.Detection;

/** Finds the formulas of an upright page. Safe to call from several threads. */
public interface Detector extends AutoCloseable {
    /** Formulas in falling score, duplicates removed, boxes in the page's own pixels. */
    List<Detection> detect(PixelImage page);

    ModelCard card();

    @Override
    void close();
}
