package sigmark.app.main;

import java.nio.file.Path;

/** What in a file's name says that it is a project. */
final class ProjectFiles {
    private ProjectFiles() {}

    static boolean isProject(Path file) {
        return file.toString().endsWith(".sigmark");
    }
}
