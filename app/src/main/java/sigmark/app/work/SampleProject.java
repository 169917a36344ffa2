package sigmark.app.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.exchange.AnyImporter;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/**
 * The sample project that ships as images and label text: made into a real project in the person's data folder the
 * first time, opened there from then on.
 */
public final class SampleProject {
    private static final String SHIPPED = "/sigmark/sample/";
    private static final String LABELS = "labels.jsonl";
    private static final String FOLDER = "sample";

    private final Path folder;

    /** @param data the person's data folder */
    public SampleProject(Path data) {
        this.folder = data.resolve(FOLDER);
    }

    public Path folder() {
        return folder;
    }

    /** Opens the copy; makes it first where there is none. A half-made copy of an earlier try is made again. */
    public ProjectStore open(String name, Author author, Progress progress) {
        if (!Files.isDirectory(folder)) {
            make(name, author, progress);
        }
        return ProjectStore.open(folder, author);
    }

    private void make(String name, Author author, Progress progress) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Path shipped = Files.createTempDirectory("sigmark-sample");
            Path beside = folder.resolveSibling(FOLDER + ".part");
            remove(beside);
            try {
                copyShipped(shipped);
                try (ProjectStore store = ProjectStore.create(beside, name, author)) {
                    new GuideStore(store).adoptShipped();
                    Balance balance = AnyImporter.importAll(
                            store, List.of(shipped.resolve(LABELS)), Optional.empty(), ImportOptions.DEFAULT, progress);
                    if (balance.out() == 0) {
                        throw missing();
                    }
                }
                Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                remove(shipped);
                remove(beside);
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("app.sample-failed", folder.toString(), "reason", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private static void copyShipped(Path to) throws IOException {
        copy(LABELS, to);
        for (String image : images(to.resolve(LABELS))) {
            copy(image, to);
        }
    }

    private static List<String> images(Path labels) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> images = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(labels, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode page = json.readTree(line);
                if (page.hasNonNull("image")) {
                    images.add(page.get("image").asText());
                }
            }
        }
        return images;
    }

    private static void copy(String name, Path folder) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream in = SampleProject.class.getResourceAsStream(SHIPPED + name)) {
            if (in == null) {
                throw missing();
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ProblemException missing() {
        return new ProblemException(Problem.of("app.no-sample", SHIPPED));
    }

    private static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
