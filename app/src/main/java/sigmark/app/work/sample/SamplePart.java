package sigmark.app.work.sample;

import java.io.IOException;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;

/** Something that has happened in the sample project beside its pages and labels: runs, a service, vendors' work. */
interface SamplePart {
    /**
     * Adds it to the project, whose pages and labels are complete and accepted. The same files and the same program make
     * the same project but for ids and times.
     *
     * @throws IOException when a shipped file cannot be read or unpacked
     */
    void add(ProjectStore store, SampleFiles files, Progress progress) throws IOException;
}
