package sigmark.labeling.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** Where things lie in a project's folder. */
public record ProjectFiles(Path folder, Path database) {
    /** Ending of a project's database. */
    public static final String EXTENSION = ".sigmark";

    /** Files of a new project; the name is kept in NFC, characters that no file may have become hyphens. */
    static ProjectFiles named(Path folder, String name) {
        String safe = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "-")
                .strip();
        Path absolute = folder.toAbsolutePath().normalize();
        return new ProjectFiles(absolute, absolute.resolve((safe.isEmpty() ? "project" : safe) + EXTENSION));
    }

    /** Files of an existing project, given its folder or its database. */
    static ProjectFiles find(Path folderOrFile) {
        Path path = folderOrFile.toAbsolutePath().normalize();
        if (Files.isRegularFile(path)) {
            return new ProjectFiles(path.resolveSibling("").normalize(), path);
        }
        List<Path> found = databasesIn(path);
        if (found.size() != 1) {
            String code = found.isEmpty() ? "project.not-a-project" : "project.several";
            throw new ProblemException(Problem.of(code, path.toString()));
        }
        return new ProjectFiles(path, found.get(0));
    }

    private static List<Path> databasesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(EXTENSION) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Where copied images go. */
    public Path images() {
        return folder.resolve("images");
    }

    Path backups() {
        return folder.resolve("backups");
    }

    Path thumbnails() {
        return folder.resolve(".thumbnails");
    }

    Path lock() {
        return database.resolveSibling(database.getFileName() + ".lock");
    }
}
