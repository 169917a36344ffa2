package sigmark.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.app.work.PipelineRuns;
import sigmark.app.work.RunWish;
import sigmark.inference.model.Device;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.pipeline.PipelineDescription;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** Real pipelines on this machine. */
public final class PipelineMachine implements RunMachine {
    private final Pipelines pipelines;
    private final PipelineRuns runs;

    public PipelineMachine(Pipelines pipelines, PipelineRuns runs) {
        this.pipelines = pipelines;
        this.runs = runs;
    }

    @Override
    public List<PipelineChoice> pipelines() {
        List<PipelineChoice> choices = new ArrayList<>();
        for (PipelineDescription description : pipelines.list()) {
            choices.add(new PipelineChoice(
                    description.name(),
                    description.title(),
                    description.detector(),
                    way(description),
                    missing(description)));
        }
        return choices;
    }

    /** What comes after the detector. */
    private static String way(PipelineDescription description) {
        return description.branch().isEmpty()
                ? description.recognizer()
                : description
                        .models()
                        .substring(description
                                .detector()
                                .map(found -> found.length() + 3)
                                .orElse(0));
    }

    private Optional<Problem> missing(PipelineDescription description) {
        try {
            pipelines.models().open(description.recognizer());
            description.detector().ifPresent(pipelines.models()::open);
            description.branch().ifPresent(way -> pipelines.models().open(way.handwritten()));
            return Optional.empty();
        } catch (ProblemException absent) {
            return Optional.of(absent.problem());
        }
    }

    @Override
    public String missingForCuda() {
        return Device.missingForCuda();
    }

    @Override
    public StoredRun run(ProjectStore store, RunWish wish, Progress progress, PipelineRuns.PageListener listener) {
        return runs.run(store, wish, progress, listener);
    }

    @Override
    public Balance propose(
            ProjectStore store, String pipeline, SliceQuery pages, DeviceWish device, Progress progress) {
        return runs.propose(store, pipeline, pages, device, progress);
    }
}
