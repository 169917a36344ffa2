package sigmark.app.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.VendorCopy;
import sigmark.labeling.project.ProjectInfo;
import sigmark.labeling.store.ProjectStore;

/** How projects come into the window; every call blocks and may end with a problem. */
interface ProjectDoor {
    /**
     * A project that is open now; whoever gets it closes its store.
     *
     * @param quizDue whether its labeler has to pass the guide's quiz first
     */
    record Opened(ProjectStore store, ProjectInfo info, Optional<VendorCopy> vendorCopy, boolean quizDue) {}

    /** Pages in all, and pages that are labeled or further. */
    record Counts(long pages, long done) {}

    Opened open(Path folderOrFile, String person);

    Opened create(Path folder, String name, String person);

    /** A copy of the sample project in the person's data folder; made once, then opened again. */
    Opened sample(String name, String person, Progress progress);

    /** Where that copy is or would be. */
    Path sampleFolder();

    Balance importPages(ProjectStore store, List<Path> files, Progress progress);

    Counts progress(ProjectStore store);

    /** Where this person's signing keys lie. */
    Path keyFolder();
}
