package sigmark.analysis.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sigmark.labeling.plan.Iteration;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.service.ServiceStore;

/** Makes the row of an iteration out of a judged run and keeps it. */
public final class IterationRows {
    private IterationRows() {}

    /**
     * Keeps a row.
     *
     * @param training what was trained for the run, such as a model's name and hash; empty when nothing was
     */
    public static Iteration keep(
            ProjectStore store, StoredSheet sheet, StoredRun run, String training, List<LineVerdict> verdicts) {
        Map<String, Iteration.Line> lines = new LinkedHashMap<>();
        verdicts.forEach(verdict -> lines.put(
                verdict.line().id(), new Iteration.Line(verdict.outcome().word(), verdict.measured(), verdict.gap())));
        return new ServiceStore(store)
                .keep(new Iteration(
                        0,
                        design(run),
                        run.dataRevision(),
                        training,
                        run.id(),
                        sheet.version(),
                        lines,
                        store.author().person(),
                        store.clock().instant()));
    }

    private static String design(StoredRun run) {
        return run.pipeline() + (run.detectorHash().isEmpty() ? ": recognizer" : ": detector → recognizer");
    }
}
