package sigmark.app.work.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sigmark.app.base.settings.AppFolders;

/**
 * The folder of a training: its settings once it has begun, checkpoints and curve, and when it came to its end the name of
 * the model that it gave.
 */
public record RunFolder(Path path) {
    private static final String MODEL = "model.txt";

    /** Where trainings lie that nobody gave another place. */
    public static Path ofMachine() {
        return AppFolders.ofMachine().state().resolve("training");
    }

    /** A name's folder under a place: the first that is free or holds a training that was broken off. */
    public static RunFolder named(Path place, String name) {
        RunFolder folder = new RunFolder(place.resolve(ModelShelf.checked(name)));
        for (int i = 2; folder.model().isPresent(); i++) {
            folder = new RunFolder(place.resolve(name + "-run" + i));
        }
        return folder;
    }

    /** A name's folder under a place in which nothing has begun. */
    public static RunFolder fresh(Path place, String name) {
        RunFolder folder = new RunFolder(place.resolve(ModelShelf.checked(name)));
        for (int i = 2; folder.begun(); i++) {
            folder = new RunFolder(place.resolve(name + "-run" + i));
        }
        return folder;
    }

    /** Trainings under a place that were broken off. */
    public static List<RunFolder> open(Path place) {
        List<RunFolder> open = new ArrayList<>();
        if (Files.isDirectory(place)) {
            try (Stream<Path> entries = Files.list(place)) {
                entries.map(RunFolder::new)
                        .filter(run -> run.begun() && run.model().isEmpty())
                        .sorted((a, b) -> a.path().compareTo(b.path()))
                        .forEach(open::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return open;
    }

    /** Whether a training began here. */
    public boolean begun() {
        return Files.exists(settings());
    }

    Path settings() {
        return path.resolve("settings.yaml");
    }

    /** The curve, a line a report. */
    public Path curve() {
        return path.resolve("curve.csv");
    }

    /** The model that came of it. */
    public Optional<String> model() {
        try {
            Path file = path.resolve(MODEL);
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish(String model) throws IOException {
        Files.writeString(path.resolve(MODEL), model + "\n");
    }
}
