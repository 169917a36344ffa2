package sigmark.app.work.train;

import java.util.Optional;
import java.util.function.Consumer;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.verdict.Evidence;
import sigmark.analysis.verdict.IterationRows;
import sigmark.analysis.verdict.Judge;
import sigmark.analysis.verdict.OnlineEvidence;
import sigmark.app.work.PipelineRuns;
import sigmark.app.work.RunWish;
import sigmark.app.work.ServiceWork;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.model.ModelStore;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.plan.Iteration;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** Train, run, evaluate, judge: one row of the project's iterations. Blocks; stopped, it adds no row. */
public final class IterationWork {
    private static final int HASH = 8;
    private static final int WARM_UP = 2;

    private final ProjectStore store;
    private final PipelineRuns runs;
    private final ModelStore models;

    public IterationWork(ProjectStore store, PipelineRuns runs, ModelStore models) {
        this.store = store;
        this.runs = runs;
        this.models = models;
    }

    /**
     * What came of a round.
     *
     * @param model that was trained; empty when none was
     */
    public record Round(
            Optional<String> model, StoredRun run, Evaluation evaluation, ServiceWork.Judged judged, Iteration row) {}

    /** Is told how each step goes. */
    public interface Steps {
        /** A report of training. */
        void trained(TrainingReport report);

        /** How far a step is: {@code train}, {@code run}, {@code evaluate}. */
        Progress of(String step);
    }

    /**
     * Goes round once.
     *
     * @param lesson what to train first; its model's own pipeline is run then
     * @param pipeline what to run when nothing is trained
     * @param pages which pages to run over
     * @return empty when a step was stopped; a training goes on the next time, a stopped run is kept as unfinished
     * @throws ProblemException {@code requirement.none} before anything is trained when the project has no sheet, {@code
     *     run.no-pages} when no page is to be run over
     */
    public Optional<Round> go(
            Optional<Lesson> lesson, String pipeline, SliceQuery pages, DeviceWish device, Steps steps) {
        StoredSheet sheet = new ServiceWork(store).sheet();
        if (store.pages().count(pages) == 0) {
            throw new ProblemException(Problem.of("run.no-pages", store.info().name(), "query", pages.text()));
        }
        Consumer<TrainingReport> told = steps::trained;
        Optional<String> model = lesson.flatMap(each -> each.learn(told, steps.of("train")));
        if (lesson.isPresent() && model.isEmpty()) {
            return Optional.empty();
        }
        RunWish wish = new RunWish(model.orElse(pipeline), pages, device, true, WARM_UP);
        StoredRun run = runs.run(store, wish, steps.of("run"), PipelineRuns.PageListener.NONE);
        Progress evaluating = steps.of("evaluate");
        if (!run.finished() || evaluating.cancelled()) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of(store, run.id(), OnlineEvidence.NONE, evaluating);
        if (evaluating.cancelled()) {
            return Optional.empty();
        }
        var judged = new ServiceWork.Judged(sheet, run, Judge.judge(sheet.sheet(), evidence));
        Iteration row =
                IterationRows.keep(store, sheet, run, model.map(this::described).orElse(""), judged.verdicts());
        return Optional.of(new Round(model, run, evidence.evaluation(), judged, row));
    }

    /** The model's name and the beginning of its hash. */
    private String described(String model) {
        String hash = models.open(model).card().sha256();
        return model + " · " + hash.substring(0, Math.min(HASH, hash.length()));
    }
}
