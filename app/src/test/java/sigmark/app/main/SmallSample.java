package sigmark.app.main;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.exchange.AnyImporter;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.store.ProjectStore;

/** Three labeled pages of the shipped sample as a project of their own: two in the test split, one in training. */
final class SmallSample {
    private static final String SHIPPED = "/sigmark/sample/";
    private static final List<String> PAGES =
            List.of("pages/06-slide-limits.png", "pages/07-slide-bayes.png", "pages/13-derivative-table.png");

    private SmallSample() {}

    /** Makes the project and closes it again. */
    static void make(Path folder, Path scratch, Progress progress) throws IOException {
        Path labels = scratch.resolve("labels.jsonl");
        Files.createDirectories(scratch.resolve("pages"));
        for (String page : PAGES) {
            try (InputStream in = open(page)) {
                Files.copy(in, scratch.resolve(page));
            }
        }
        Files.write(labels, lines());
        try (ProjectStore store = ProjectStore.create(folder, "Slides", new Author("Kim"))) {
            Balance balance =
                    AnyImporter.importAll(store, List.of(labels), Optional.empty(), ImportOptions.DEFAULT, progress);
            if (balance.out() == 0) {
                throw new IllegalStateException("nothing came in: " + balance);
            }
        }
    }

    private static List<String> lines() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open("labels.jsonl"), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                ObjectNode page = (ObjectNode) json.readTree(line);
                int at = PAGES.indexOf(page.path("image").asText());
                if (at >= 0) {
                    lines.add(page.put("split", at < 2 ? "test" : "train").toString());
                }
            }
        }
        return lines;
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = SmallSample.class.getResourceAsStream(SHIPPED + name);
        if (in == null) {
            throw new IOException("the sample lacks " + name);
        }
        return in;
    }
}
