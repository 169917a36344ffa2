package sigmark.app.label;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import sigmark.app.base.Jobs;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PixelImage;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.PageSummary;
import sigmark.labeling.store.ProjectStore;

/** Small pictures of pages, made off the window's thread and kept in the project. */
final class Thumbnails {
    /** Longer side in pixels; enough for lists and grids on dense displays. */
    private static final int SIDE = 200;

    private static final int KEPT = 1500;

    private final ProjectStore store;
    private final Jobs jobs;
    private final Cache<String, Image> kept =
            Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

    Thumbnails(ProjectStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /** The picture if it is kept; else it is made, unless nobody wants it any more when its turn comes. */
    Optional<Image> find(PageSummary page, BooleanSupplier stillWanted, Consumer<Image> then) {
        String key = page.id() + page.width() + "×" + page.height();
        Image known = kept.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        jobs.load(
                () -> stillWanted.getAsBoolean() ? make(page.id()) : Optional.<Image>empty(),
                made -> made.ifPresent(image -> {
                    kept.put(key, image);
                    then.accept(image);
                }),
                problem -> {});
        return Optional.empty();
    }

    void forget(PageSummary page) {
        kept.asMap().keySet().removeIf(key -> key.startsWith(page.id()));
    }

    private Optional<Image> make(String pageId) throws IOException {
        Optional<Page> page = store.pages().find(pageId);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = store.pages().thumbnail(page.get()).orElse(new byte[0]);
        if (bytes.length == 0) {
            bytes = encode(small(page.get()));
            store.pages().keepThumbnail(page.get(), bytes);
        }
        return Optional.of(new Image(new ByteArrayInputStream(bytes)));
    }

    private PixelImage small(Page page) {
        return PageDecoder.thumbnail(
                        store.pages().imagePath(page), page.source().pdfPage().orElse(0), SIDE)
                .turned(page.quarterTurns());
    }

    private static byte[] encode(PixelImage image) throws IOException {
        BufferedImage picture = image.toBufferedImage();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        return out.toByteArray();
    }
}
