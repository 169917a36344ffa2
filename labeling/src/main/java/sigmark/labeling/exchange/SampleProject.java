package sigmark.labeling.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.exchange.file.NewFolder;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/**
 * The sample project: page images and labels that ship with the program on the class path under {@code /sigmark/sample},
 * made into a project. All its labels are accepted, and its pages split.
 */
public final class SampleProject {
    private static final String PLACE = "/sigmark/sample/";

    private SampleProject() {}

    /** Whether this program was built with the sample. */
    public static boolean isShipped() {
        return SampleProject.class.getResource(PLACE + JsonLinesFormat.FILE) != null;
    }

    /**
     * Makes the project in a folder that must not hold one yet, and closes it again.
     *
     * @return regions in the sample and in the project
     * @throws ProblemException {@code project.exists}, {@code exchange.no-sample}, {@code exchange.cannot-write}
     */
    public static Balance create(Path folder, Author author) {
        Path unpacked = folder.toAbsolutePath().resolveSibling("." + folder.getFileName() + "-sample");
        try (NewFolder beside = NewFolder.at(unpacked)) {
            unpack(beside.path());
            try (ProjectStore store = ProjectStore.create(folder, name(), author)) {
                new GuideStore(store).adoptShipped();
                return LabelImporter.importLabels(
                        store,
                        beside.path().resolve(JsonLinesFormat.FILE),
                        Optional.of(new JsonLinesFormat()),
                        ImportOptions.DEFAULT,
                        Progress.SILENT);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("exchange.cannot-write", folder.toString(), "detail", String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static String name() {
        return Locale.getDefault().getLanguage().equals("ko") ? "표본 프로젝트" : "Sample project";
    }

    /** Pages as they are; labels with their state, which the sample leaves out because all are accepted. */
    private static void unpack(Path folder) throws IOException {
        Path labels = folder.resolve(JsonLinesFormat.FILE);
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(open(JsonLinesFormat.FILE), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(labels)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                ObjectNode page = (ObjectNode) JsonFields.parse(line);
                page.put("state", LabelState.ACCEPTED.word());
                for (JsonNode region : page.path("regions")) {
                    ((ObjectNode) region).put("state", LabelState.ACCEPTED.word());
                }
                out.write(JsonFields.JSON.writeValueAsString(page));
                out.write('\n');
                copyImage(JsonFields.text(page, "image").orElseThrow(), folder);
            }
        }
    }

    private static void copyImage(String image, Path folder) throws IOException {
        Path target = folder.resolve(image);
        Files.createDirectories(target.getParent());
        try (InputStream in = open(image)) {
            Files.copy(in, target);
        }
    }

    private static InputStream open(String name) {
        InputStream in = SampleProject.class.getResourceAsStream(PLACE + name);
        if (in == null) {
            throw new ProblemException(Problem.of("exchange.no-sample", PLACE + name));
        }
        return in;
    }
}
