package sigmark.app.analyze.part;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Consumer;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.base.Jobs;
import sigmark.app.canvas.PagePicture;
import sigmark.app.latex.CropPicture;
import sigmark.app.work.PageLoader;
import sigmark.inference.page.Box;
import sigmark.inference.work.Problem;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

/** Pages and crops of samples, decoded off the window's thread; recent ones are kept within a bound of memory. */
public final class CropStore {
    private static final int CROPS = 2000;
    private static final int PAGES = 6;

    private final ProjectStore store;
    private final Jobs jobs;
    private final Cache<String, CropPicture> crops =
            Caffeine.newBuilder().maximumSize(CROPS).executor(Runnable::run).build();
    private final Cache<String, PagePicture> pages =
            Caffeine.newBuilder().maximumSize(PAGES).executor(Runnable::run).build();

    public CropStore(ProjectStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /** A place on the screen that shows one crop after another; a wish that was overtaken is dropped. */
    public Jobs.Latest place() {
        return jobs.latest();
    }

    /** The crop of a sample's box, at once when it is kept. */
    public void crop(Jobs.Latest place, EvaluationSample sample, Consumer<Optional<CropPicture>> then) {
        crop(place, sample.page(), sample.box(), then);
    }

    public void crop(Jobs.Latest place, Page page, Box box, Consumer<Optional<CropPicture>> then) {
        String key = key(page) + box;
        CropPicture known = crops.getIfPresent(key);
        if (known != null) {
            place.forget();
            then.accept(Optional.of(known));
            return;
        }
        then.accept(Optional.empty());
        place.load(
                () -> crops.get(key, k -> CropPicture.of(load(page).full(), box)),
                picture -> then.accept(Optional.of(picture)),
                problem -> then.accept(Optional.empty()));
    }

    /** A whole page. */
    public void page(Jobs.Latest place, Page page, Consumer<PagePicture> then, Consumer<Problem> onFailure) {
        PagePicture known = pages.getIfPresent(key(page));
        if (known != null) {
            place.forget();
            then.accept(known);
        } else {
            place.load(() -> load(page), then, onFailure);
        }
    }

    private PagePicture load(Page page) {
        return pages.get(key(page), k -> PagePicture.of(PageLoader.load(store, page)));
    }

    private static String key(Page page) {
        return page.source().sha256() + "/" + page.source().pdfPage().orElse(0) + "/" + page.quarterTurns() + "/";
    }
}
