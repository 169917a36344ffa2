package sigmark.app.work;

import java.nio.file.Path;
import sigmark.inference.page.DecodedPage;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

/** Reads a project's pages as people see them: EXIF applied, turned as a person turned them. */
public final class PageLoader {
    private PageLoader() {}

    /**
     * The upright page.
     *
     * @throws ProblemException when the file is gone or cannot be decoded, or when it is no longer the picture that was
     *     labeled ({@code image.size-changed})
     */
    public static PixelImage load(ProjectStore store, Page page) {
        Path file = store.pages().imagePath(page);
        DecodedPage decoded = page.source().pdfPage().isPresent()
                ? PageDecoder.decode(
                        file, page.source().pdfPage().getAsInt(), page.source().dpi())
                : PageDecoder.decode(file);
        PixelImage upright = turned(decoded.upright(), page.quarterTurns());
        if (upright.width() != page.width() || upright.height() != page.height()) {
            throw new ProblemException(Problem.of(
                    "page.size-changed",
                    page.name(),
                    "was",
                    page.width() + "×" + page.height(),
                    "is",
                    upright.width() + "×" + upright.height()));
        }
        return upright;
    }

    private static PixelImage turned(PixelImage image, int quarterTurns) {
        PixelImage turned = image;
        for (int i = 0; i < quarterTurns; i++) {
            turned = clockwise(turned);
        }
        return turned;
    }

    private static PixelImage clockwise(PixelImage image) {
        int width = image.height();
        int height = image.width();
        int[] from = image.pixels();
        int[] to = new int[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[y * width + x] = from[(width - 1 - x) * image.width() + y];
            }
        }
        return new PixelImage(width, height, to);
    }
}
