package sigmark.app.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sigmark.app.base.settings.AppFolders;
import sigmark.inference.model.ModelStore;
import sigmark.inference.pipeline.Pipelines;

/** Puts together what is installed: shipped models and pipelines, and the user's own in the data folder. */
public final class Installation {
    private Installation() {}

    /** Pipelines of this machine, with the engines that Sigmark ships. */
    public static Pipelines pipelines() {
        Path data = AppFolders.ofMachine().data();
        int cores = Runtime.getRuntime().availableProcessors();
        return pipelines(List.of(data.resolve("models")), data.resolve("pipelines"), cores);
    }

    /** With models and pipelines from other folders. */
    public static Pipelines pipelines(List<Path> models, Path pipelines, int threads) {
        return new Pipelines(new ModelStore(models), pipelines, new OnnxEngines(), threads);
    }

    /** Variables and folders that decide what is installed, for diagnostics. */
    public static Map<String, String> facts() {
        AppFolders folders = AppFolders.ofMachine();
        return Map.of(
                "config", folders.config().toString(),
                "data", folders.data().toString(),
                "state", folders.state().toString());
    }
}
