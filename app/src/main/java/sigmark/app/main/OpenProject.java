package sigmark.app.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;

/** The project that is open now and its workbenches, in the order of the rail. */
record OpenProject(String name, Path folder, Workspace workspace, List<Workbench> benches) {
    OpenProject {
        benches = List.copyOf(benches);
    }

    Optional<Workbench> bench(String id) {
        return benches.stream().filter(bench -> bench.id().equals(id)).findFirst();
    }
}
