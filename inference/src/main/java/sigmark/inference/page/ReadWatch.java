package sigmark.inference.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Stops a reader at its deadline and keeps what it complains of. */
final class ReadWatch implements IIOReadProgressListener {
    private final long deadlineNanos;
    private final List<String> warnings = new ArrayList<>();
    private boolean late;

    ReadWatch(long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
    }

    void warn(String warning) {
        if (warnings.size() < 100) {
            warnings.add(warning);
        }
    }

    boolean warned(String part) {
        return warnings.stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).contains(part));
    }

    String firstWarning() {
        return warnings.get(0);
    }

    boolean late() {
        return late;
    }

    private void look(ImageReader source) {
        if (!late && System.nanoTime() - deadlineNanos > 0) {
            late = true;
            source.abort();
        }
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        look(source);
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}
}
