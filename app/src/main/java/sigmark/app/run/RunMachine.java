package sigmark.app.run;

import java.util.List;
import sigmark.app.work.PipelineRuns;
import sigmark.app.work.RunWish;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** What the workbench needs of pipelines and devices; every call blocks. */
public interface RunMachine {
    List<PipelineChoice> pipelines();

    /** Why CUDA cannot be used here, in English words from the driver's side; empty when it can. */
    String missingForCuda();

    StoredRun run(ProjectStore store, RunWish wish, Progress progress, PipelineRuns.PageListener listener);

    Balance propose(ProjectStore store, String pipeline, SliceQuery pages, DeviceWish device, Progress progress);
}
