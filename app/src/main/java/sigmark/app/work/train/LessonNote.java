package sigmark.app.work.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run's folder must still know when it goes on, beside its settings.
 *
 * @param task {@code detector} or {@code recognizer}
 * @param name of the model to be
 * @param from the model that it went on from; empty for a new network
 * @param project whether a project's labels are among the data
 */
public record LessonNote(String task, String name, String from, boolean project) {
    private static final String FILE = "lesson.yaml";

    /** The note in a folder; empty when no training began there. */
    public static Optional<LessonNote> read(RunFolder run) throws IOException {
        Path file = run.path().resolve(FILE);
        return Files.exists(file) ? Optional.of(mapper().readValue(file.toFile(), LessonNote.class)) : Optional.empty();
    }

    void write(RunFolder run) throws IOException {
        Files.createDirectories(run.path());
        mapper().writeValue(run.path().resolve(FILE).toFile(), this);
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper(new YAMLFactory());
    }
}
