package sigmark.app.main;

import java.nio.file.Path;

/** What in a file's name says that it is a project. */
final class ProjectFiles {
    private ProjectFiles() {}

    /** A work package: opening it makes or finds the labeler's working copy. */
    static boolean isPackage(Path file) {
        return file.toString().endsWith(".sigpack");
    }

    static boolean isProject(Path file) {
        return file.toString().endsWith(".sigmark");
    }
}
