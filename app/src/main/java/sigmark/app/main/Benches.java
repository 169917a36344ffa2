package sigmark.app.main;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import sigmark.app.analyze.AnalyzeWorkbench;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.settings.AppFolders;
import sigmark.app.guide.GuideWorkbench;
import sigmark.app.label.LabelWorkbench;
import sigmark.app.run.PipelineMachine;
import sigmark.app.run.RunWorkbench;
import sigmark.app.run.train.LessonMachine;
import sigmark.app.service.ServiceWorkbench;
import sigmark.app.work.Installation;
import sigmark.app.work.PipelineRuns;
import sigmark.app.work.train.ModelShelf;
import sigmark.app.work.train.RunFolder;
import sigmark.inference.pipeline.Pipelines;

/** The one list that names the workbenches, in the order of the rail; one that is not finished does not appear. */
final class Benches {
    private Benches() {}

    static List<Function<Workspace, Workbench>> all() {
        Pipelines pipelines = Installation.pipelines();
        var machine = new PipelineMachine(pipelines, new PipelineRuns(pipelines, Clock.systemUTC()));
        Path data = AppFolders.ofMachine().data();
        var shelf = new ModelShelf(pipelines.models(), data.resolve("models"), data.resolve("pipelines"));
        var lessons = new LessonMachine(shelf, RunFolder.ofMachine());
        return List.of(
                ServiceWorkbench::new,
                LabelWorkbench::new,
                GuideWorkbench::new,
                workspace -> new RunWorkbench(workspace, machine, lessons),
                AnalyzeWorkbench::new);
    }
}
