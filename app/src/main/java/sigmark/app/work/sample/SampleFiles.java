package sigmark.app.work.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** The files of the sample on the class path, named below {@code src-resources/sample}. */
final class SampleFiles {
    private static final String PLACE = "/sigmark/sample/";

    /**
     * One file's bytes.
     *
     * @throws ProblemException {@code app.no-sample} where the program was built without it
     */
    InputStream open(String name) {
        InputStream in = SampleFiles.class.getResourceAsStream(PLACE + name);
        if (in == null) {
            throw new ProblemException(Problem.of("app.no-sample", PLACE + name));
        }
        return in;
    }

    /** Whether the program was built with a file. */
    boolean has(String name) {
        return SampleFiles.class.getResource(PLACE + name) != null;
    }

    /** A whole file as text. */
    String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Copies a file below a folder under its own name; the copy's path. */
    Path unpack(String name, Path folder) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream in = open(name)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    /** Removes a folder with what is in it. */
    static void remove(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
