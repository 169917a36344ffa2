package sigmark.analysis.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.analysis.capacity.LoadFigures;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.service.ServiceStore;

/**
 * Everything that a run is judged by.
 *
 * @param times of the run's pages, warm-up and failed ones left out
 * @param profiles of machines
 * @param load the newest load on the run's pipeline
 */
public record Evidence(
        Evaluation evaluation,
        List<PageTime> times,
        List<MachineProfile> profiles,
        Optional<LoadFigures> load,
        OnlineEvidence online) {
    public Evidence {
        times = List.copyOf(times);
        profiles = List.copyOf(profiles);
    }

    /** What a page took, with what slices ask of it. */
    public record PageTime(Page page, List<FormulaRegion> regions, StepTimes times) {
        public PageTime {
            regions = List.copyOf(regions);
        }
    }

    /** Reads what the project has about a run. */
    public static Evidence of(ProjectStore store, long runId, OnlineEvidence online, Progress progress) {
        return of(store, new Evaluator(store, runId).evaluate(progress), online);
    }

    /** Of an evaluation that was made already. */
    public static Evidence of(ProjectStore store, Evaluation evaluation, OnlineEvidence online) {
        Map<String, Page> pages = new LinkedHashMap<>();
        store.pages().list(SliceQuery.ALL).forEach(page -> pages.put(page.id(), page));
        List<PageTime> times = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, PagePrediction> entry :
                store.runs().predictions(evaluation.run().id()).entrySet()) {
            Page page = pages.get(entry.getKey());
            boolean measured = at++ >= evaluation.run().warmUpPages()
                    && entry.getValue().failure().isEmpty();
            if (measured && page != null) {
                times.add(new PageTime(
                        page,
                        store.regions().ofPage(page.id(), Layer.HUMAN),
                        entry.getValue().times()));
            }
        }
        ServiceStore service = new ServiceStore(store);
        return new Evidence(
                evaluation,
                times,
                service.profiles(),
                service.newestLoad(evaluation.run().pipeline()).map(LoadFigures::read),
                online);
    }
}
