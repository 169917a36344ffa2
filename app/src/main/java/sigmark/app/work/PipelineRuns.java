package sigmark.app.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import sigmark.inference.model.Device;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.page.Box;
import sigmark.inference.page.PixelImage;
import sigmark.inference.pipeline.Pipeline;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/**
 * Runs pipelines over a project's pages: for numbers (a stored run) or for labeling (proposals). Blocks; a cancelled run
 * keeps what was done and says that it is not finished.
 */
public final class PipelineRuns {
    private final Pipelines pipelines;
    private final Clock clock;

    public PipelineRuns(Pipelines pipelines, Clock clock) {
        this.pipelines = pipelines;
        this.clock = clock;
    }

    /** What comes of a page while a run goes on. */
    public interface PageListener {
        /** Ignores pages. */
        PageListener NONE = (page, prediction) -> {};

        /** A page is done, or has failed; its prediction is already stored. */
        void done(Page page, PagePrediction prediction);
    }

    /**
     * Runs over pages and keeps every prediction as it comes.
     *
     * @throws ProblemException {@code run.no-pages} when the query selects none, or when a model cannot be opened
     */
    public StoredRun run(ProjectStore store, RunWish wish, Progress progress, PageListener listener) {
        List<Page> pages = pages(store, wish.pages());
        Device device = Device.choose(wish.device());
        try (Pipeline pipeline = pipelines.open(wish.pipeline(), device)) {
            int warmUp = Math.min(wish.warmUpPages(), pages.size() / 2);
            long run = store.runs()
                    .begin(new RunStart(
                            pipeline.description().title(),
                            pipeline.detectorHash(),
                            pipeline.recognizerHash(),
                            wish.pages().text(),
                            warmUp,
                            environment(device)));
            int done = 0;
            for (Page page : pages) {
                if (progress.cancelled()) {
                    return store.runs().abort(run);
                }
                Map<String, Box> trueBoxes = wish.trueBoxes() ? trueBoxes(store, page) : Map.of();
                PagePrediction prediction = predict(store, pipeline, page, trueBoxes);
                store.runs().put(run, page.id(), prediction);
                listener.done(page, prediction);
                progress.update(++done, pages.size(), page.name());
            }
            return store.runs().finish(run);
        }
    }

    /** Puts what a pipeline finds into the proposal layer of pages; what people made stays as it is. */
    public Balance propose(ProjectStore store, String name, SliceQuery query, DeviceWish wish, Progress progress) {
        List<Page> pages = pages(store, query);
        List<LeftOut> failed = new ArrayList<>();
        int done = 0;
        try (Pipeline pipeline = pipelines.open(name, Device.choose(wish))) {
            for (Page page : pages) {
                if (progress.cancelled()) {
                    break;
                }
                PagePrediction prediction = predict(store, pipeline, page, Map.of());
                prediction.failure().ifPresent(problem -> failed.add(new LeftOut(page.name(), problem)));
                if (prediction.failure().isEmpty()) {
                    store.regions().replaceProposals(page.id(), proposals(pipeline, page, prediction));
                }
                progress.update(++done, pages.size(), page.name());
            }
        }
        return new Balance(pages.size(), done - failed.size(), failed);
    }

    private static List<Page> pages(ProjectStore store, SliceQuery query) {
        List<Page> pages = store.pages().list(query);
        if (pages.isEmpty()) {
            throw new ProblemException(Problem.of("run.no-pages", store.info().name(), "query", query.text()));
        }
        return pages;
    }

    private static PagePrediction predict(
            ProjectStore store, Pipeline pipeline, Page page, Map<String, Box> trueBoxes) {
        try {
            long start = System.nanoTime();
            PixelImage image = PageLoader.load(store, page);
            return pipeline.predict(image, System.nanoTime() - start, trueBoxes);
        } catch (ProblemException broken) {
            return PagePrediction.failed(broken.problem());
        } catch (OutOfMemoryError tooLarge) {
            return PagePrediction.failed(
                    Problem.of("run.out-of-memory", page.name(), "size", page.width() + "×" + page.height()));
        }
    }

    /** Boxes that a recognizer can be asked about: human, with LaTeX, and not flagged. */
    private static Map<String, Box> trueBoxes(ProjectStore store, Page page) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (FormulaRegion region : store.regions().ofPage(page.id(), Layer.HUMAN)) {
            boolean readable = !region.flags().contains(RegionFlag.ILLEGIBLE)
                    && !region.flags().contains(RegionFlag.NOT_A_FORMULA);
            if (region.latex().isPresent() && readable) {
                region.box().clip(page.width(), page.height()).ifPresent(box -> boxes.put(region.id(), box));
            }
        }
        return boxes;
    }

    private List<FormulaRegion> proposals(Pipeline pipeline, Page page, PagePrediction prediction) {
        List<FormulaRegion> proposals = new ArrayList<>();
        Instant now = clock.instant();
        for (RegionPrediction found : prediction.regions()) {
            proposals.add(new FormulaRegion(
                    UUID.randomUUID().toString(),
                    page.id(),
                    Layer.PROPOSAL,
                    proposals.size(),
                    found.detection().box(),
                    found.detection().kind(),
                    found.detection().writing(),
                    Optional.of(found.reading().latex()),
                    LabelState.UNTOUCHED,
                    Set.of(),
                    Set.of(),
                    "",
                    Optional.empty(),
                    new Provenance(pipeline.description().title(), now, now, 0, 0, Optional.empty()),
                    Optional.of(new ProposalOrigin(
                            pipeline.detectorHash(),
                            pipeline.recognizerHash(),
                            found.detection().score(),
                            found.reading().score(),
                            found.reading().alternatives()))));
        }
        return proposals;
    }

    private RunEnvironment environment(Device device) {
        return ThisMachine.environment(device.name(), device.reason(), pipelines.threads());
    }
}
