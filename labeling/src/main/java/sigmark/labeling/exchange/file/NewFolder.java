package sigmark.labeling.exchange.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.stream.Stream;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** A folder that is written beside its place and appears there only when it is complete; else nothing stays behind. */
public final class NewFolder implements AutoCloseable {
    private final Path place;
    private final Path beside;
    private boolean complete;

    private NewFolder(Path place, Path beside) {
        this.place = place;
        this.beside = beside;
    }

    /**
     * Begins a folder; its place must be free or an empty folder.
     *
     * @throws ProblemException {@code exchange.folder-not-empty}, {@code exchange.not-a-folder},
     *     {@code exchange.cannot-write}
     */
    public static NewFolder at(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw new ProblemException(Problem.of("exchange.not-a-folder", place.toString()));
        }
        try {
            if (Files.isDirectory(place)) {
                try (Stream<Path> inside = Files.list(place)) {
                    if (inside.findAny().isPresent()) {
                        throw new ProblemException(Problem.of("exchange.folder-not-empty", place.toString()));
                    }
                }
            }
            Path parent = place.getParent();
            if (parent == null) {
                throw new ProblemException(Problem.of("exchange.folder-not-empty", place.toString()));
            }
            Files.createDirectories(parent);
            Path beside = parent.resolve("." + place.getFileName() + "-" + UUID.randomUUID() + ".part");
            Files.createDirectory(beside);
            return new NewFolder(place, beside);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("exchange.cannot-write", place.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }

    /** Where to write. */
    public Path path() {
        return beside;
    }

    /** Everything is written: the folder takes its place. */
    public void complete() throws IOException {
        Files.deleteIfExists(place);
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        complete = true;
    }

    @Override
    public void close() throws IOException {
        if (!complete) {
            delete(beside);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path at, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(at);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
