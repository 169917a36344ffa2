package sigmark.analysis.quality;

import java.nio.file.Path;
import java.util.Optional;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

/** Pages' upright pictures. Keeps the last one, so ask page by page. Not for two threads at once. */
public final class PagePictures {
    private final ProjectStore store;
    private String pageId = "";
    private Optional<PixelImage> page = Optional.empty();

    public PagePictures(ProjectStore store) {
        this.store = store;
    }

    /** The page as its labels see it; absent when its image cannot be read. */
    public Optional<PixelImage> upright(Page wanted) {
        if (!pageId.equals(wanted.id())) {
            pageId = wanted.id();
            page = decoded(wanted);
        }
        return page;
    }

    private Optional<PixelImage> decoded(Page wanted) {
        try {
            Path file = store.pages().imagePath(wanted);
            var decoded = wanted.source().pdfPage().isPresent()
                    ? PageDecoder.decode(
                            file,
                            wanted.source().pdfPage().getAsInt(),
                            wanted.source().dpi())
                    : PageDecoder.decode(file);
            return Optional.of(decoded.upright().turned(wanted.quarterTurns()));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}
