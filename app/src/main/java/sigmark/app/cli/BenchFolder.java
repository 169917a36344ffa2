package sigmark.app.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** A new folder for a measurement, removed with all in it on {@link #close()}; nothing beside it is touched. */
record BenchFolder(Path path) implements AutoCloseable {
    /**
     * Makes the folder.
     *
     * @param parent where; the system's temporary folder when empty
     * @throws ProblemException {@code cli.not-written}
     */
    static BenchFolder in(Optional<Path> parent) {
        Path place = parent.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
        try {
            return new BenchFolder(Files.createTempDirectory(place, "sigmark-bench-"));
        } catch (IOException failed) {
            throw notWritten(place, failed);
        }
    }

    /** The file system's kind, such as {@code ext4}: a durable edit costs nothing real on {@code tmpfs}. */
    String fileSystem() {
        try {
            return Files.getFileStore(path).type();
        } catch (IOException unreadable) {
            return "unknown";
        }
    }

    static ProblemException notWritten(Path where, IOException failed) {
        return new ProblemException(
                Problem.of("cli.not-written", where.toString(), "reason", String.valueOf(failed.getMessage())), failed);
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path folder, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw notWritten(path, failed);
        }
    }
}
