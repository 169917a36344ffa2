package sigmark.app.label;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.util.function.Consumer;
import sigmark.app.base.Jobs;
import sigmark.app.canvas.PagePicture;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.work.Problem;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

/** Pages decoded off the window's thread, the recent ones and their neighbours kept within a bound of memory. */
final class PagePictures {
    /** Larger pages are decoded only when they are shown. */
    private static final long PREFETCH_PIXELS = 40_000_000;

    private final ProjectStore store;
    private final Jobs jobs;
    private final Jobs.Latest shown;
    private final Cache<Key, PagePicture> kept;

    PagePictures(ProjectStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
        shown = jobs.latest();
        kept = Caffeine.newBuilder()
                .maximumWeight(Math.max(256L << 20, Runtime.getRuntime().maxMemory() / 4))
                .weigher((Key key, PagePicture picture) -> (int) Math.min(Integer.MAX_VALUE, picture.bytes()))
                .executor(Runnable::run)
                .build();
    }

    /** What a picture depends on; a replaced or turned page is another key. */
    record Key(String sha256, int pdfPage, int dpi, int quarterTurns) {
        static Key of(Page page) {
            return new Key(
                    page.source().sha256(),
                    page.source().pdfPage().orElse(0),
                    page.source().dpi(),
                    page.quarterTurns());
        }
    }

    /** At once when it is kept, else soon; an older wish is forgotten. */
    void show(Page page, Consumer<PagePicture> then, Consumer<Problem> onFailure) {
        PagePicture known = kept.getIfPresent(Key.of(page));
        if (known != null) {
            shown.forget();
            then.accept(known);
        } else {
            shown.load(() -> decode(page), then, onFailure);
        }
    }

    /** Decodes a page that will probably be wanted next; failures wait until it is shown. */
    void prefetch(Page page) {
        if ((long) page.width() * page.height() <= PREFETCH_PIXELS && kept.getIfPresent(Key.of(page)) == null) {
            jobs.load(() -> decode(page), picture -> {}, problem -> {});
        }
    }

    private PagePicture decode(Page page) {
        return kept.get(Key.of(page), key -> {
            Path file = store.pages().imagePath(page);
            int dpi = key.dpi > 0 ? key.dpi : PageDecoder.DEFAULT_DPI;
            return PagePicture.of(
                    PageDecoder.decode(file, key.pdfPage, dpi).upright().turned(key.quarterTurns));
        });
    }
}
