package sigmark.app.work.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.store.ProjectStore;

/** The sample project in a person's data folder: made there the first time, opened there from then on. */
public final class SampleFolder {
    private static final String FOLDER = "sample";

    private final Path folder;

    /** @param data the person's data folder */
    public SampleFolder(Path data) {
        this.folder = data.resolve(FOLDER);
    }

    public Path folder() {
        return folder;
    }

    /** Opens the project; makes it first where there is none. */
    public ProjectStore open(String name, Author author, Progress progress) {
        if (!Files.isDirectory(folder)) {
            SampleProject.create(folder, name, author, progress);
        }
        return ProjectStore.open(folder, author);
    }
}
