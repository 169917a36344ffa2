package sigmark.analysis.evaluation;

import java.util.List;
import sigmark.analysis.timing.RunTimes;
import sigmark.inference.work.LeftOut;
import sigmark.labeling.project.StoredRun;

/**
 * A run compared with the labels of one moment.
 *
 * @param dataRevision revision of the project whose labels were compared
 * @param pages samples by page, in the run's order
 * @param figures over all samples
 * @param failed pages that the pipeline could not process: their regions count as missed
 * @param leftOut pages that nobody labeled, and regions that do not count, with the reason
 */
public record Evaluation(
        StoredRun run,
        long dataRevision,
        List<List<EvaluationSample>> pages,
        EvaluationFigures figures,
        RunTimes times,
        List<LeftOut> failed,
        List<LeftOut> leftOut) {
    public Evaluation {
        pages = List.copyOf(pages);
        failed = List.copyOf(failed);
        leftOut = List.copyOf(leftOut);
    }

    /** All samples, page by page. */
    public List<EvaluationSample> samples() {
        return pages.stream().flatMap(List::stream).toList();
    }
}
