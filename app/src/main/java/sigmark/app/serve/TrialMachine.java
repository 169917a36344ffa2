package sigmark.app.serve;

import sigmark.inference.page.PixelImage;
import sigmark.inference.run.PagePrediction;

/** A version under trial. */
public interface TrialMachine extends AutoCloseable {
    /** As runs of the pipeline name it, so that online and offline meet. */
    String version();

    /** What it makes of an upright image; called by one thread at a time. */
    PagePrediction predict(PixelImage image, long decodeNanos);

    @Override
    default void close() {}
}
