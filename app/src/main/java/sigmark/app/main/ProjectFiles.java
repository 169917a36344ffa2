package sigmark.app.main;

import java.nio.file.Path;
import java.util.Locale;

/** What in a file's name says that it is a project. */
final class ProjectFiles {
    private ProjectFiles() {}

    /** A work package: opening it makes or finds the labeler's working copy. */
    static boolean isPackage(Path file) {
        return ends(file, ".sigpack");
    }

    static boolean isProject(Path file) {
        return ends(file, ".sigmark");
    }

    /** Whatever case the file system or a mail program made of it. */
    private static boolean ends(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
