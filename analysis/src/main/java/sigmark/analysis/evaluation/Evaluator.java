package sigmark.analysis.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.analysis.timing.RunTimes;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/**
 * Compares one run with the labels as they are. Keeps what it compared, so that a changed label costs one page and not
 * the whole run. Not safe for use by two threads at once.
 */
public final class Evaluator {
    private final ProjectStore store;
    private final StoredRun run;
    private final Map<String, PageComparison> byPage = new LinkedHashMap<>();
    private Optional<RunTimes> times = Optional.empty();

    /** @throws ProblemException {@code evaluation.no-run} when the project has no such run */
    public Evaluator(ProjectStore store, long runId) {
        this.store = store;
        this.run = store.runs()
                .find(runId)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("evaluation.no-run", store.info().name(), "run", String.valueOf(runId))));
    }

    /** Compares every page of the run; a cancelled evaluation covers the pages that were done. */
    public Evaluation evaluate(Progress progress) {
        byPage.clear();
        Map<String, PagePrediction> predictions = store.runs().predictions(run.id());
        times = Optional.of(RunTimes.of(run.warmUpPages(), predictions.values()));
        Map<String, Page> pages = new LinkedHashMap<>();
        store.pages().list(SliceQuery.ALL).forEach(page -> pages.put(page.id(), page));
        int done = 0;
        for (Map.Entry<String, PagePrediction> entry : predictions.entrySet()) {
            if (progress.cancelled()) {
                break;
            }
            Optional.ofNullable(pages.get(entry.getKey())).ifPresent(page -> compare(page, entry.getValue()));
            progress.update(++done, predictions.size(), "");
        }
        return evaluation();
    }

    /** Compares those pages again whose labels changed; pages that the run did not take are ignored. */
    public Evaluation refresh(Collection<String> pageIds) {
        for (String id : pageIds) {
            if (byPage.containsKey(id)) {
                Optional<Page> page = store.pages().find(id);
                Optional<PagePrediction> prediction = store.runs().prediction(run.id(), id);
                if (page.isPresent() && prediction.isPresent()) {
                    compare(page.get(), prediction.get());
                } else {
                    byPage.remove(id);
                }
            }
        }
        return evaluation();
    }

    private void compare(Page page, PagePrediction prediction) {
        byPage.put(page.id(), PageComparison.of(page, store.regions().ofPage(page.id(), Layer.HUMAN), prediction));
    }

    private Evaluation evaluation() {
        List<List<EvaluationSample>> pages = new ArrayList<>();
        List<LeftOut> failed = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (PageComparison page : byPage.values()) {
            if (!page.samples().isEmpty()) {
                pages.add(page.samples());
            }
            failed.addAll(page.failed());
            leftOut.addAll(page.leftOut());
        }
        return new Evaluation(
                run,
                store.info().revision(),
                pages,
                EvaluationFigures.of(pages),
                times.orElseThrow(() -> new IllegalStateException("refresh before evaluate")),
                failed,
                leftOut);
    }
}
