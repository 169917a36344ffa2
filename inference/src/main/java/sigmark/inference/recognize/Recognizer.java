package sigmark.inference.recognize;

import java.util.List;
import sigmark.inference.model.ModelCard;
import sigmark.inference.page.GreyImage;
import sigmark.inference.run.Reading;

/** Turns formula crops into LaTeX in canonical form. Safe to call from several threads. */
public interface Recognizer extends AutoCloseable {
    /**
     * Reads crops of any size; batching and scaling are the recognizer's business.
     *
     * @return one reading a crop, in the order of the crops
     */
    List<Reading> read(List<GreyImage> crops);

    ModelCard card();

    @Override
    void close();
}
