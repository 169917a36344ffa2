package sigmark.app.work.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Words;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.exchange.AnyImporter;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.exchange.file.NewFolder;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/**
 * Makes the sample project: the shipped pages, their labels, all accepted and split, the work guide, and every {@link
 * SamplePart}.
 */
public final class SampleProject {
    private static final String LABELS = "labels.jsonl";
    private static final String STATE = "state";
    private static final List<SamplePart> PARTS = List.of(new TrialPart(), new ServicePart());

    private SampleProject() {}

    /** The same under the name that it has in this machine's language. */
    public static Balance create(Path folder, Author author, Progress progress) {
        String name = Words.of(Language.ofMachine(Locale.getDefault())).text("start.sample.name");
        return create(folder, name, author, progress);
    }

    /**
     * Makes the project in a folder that must not hold one yet, and closes it again. It takes its place when it is
     * complete: a stop in between leaves no folder that looks like a project.
     *
     * @param name the project's name, in the person's language
     * @return regions in the sample and in the project
     * @throws ProblemException {@code app.no-sample}, {@code app.sample-failed}, {@code exchange.folder-not-empty}
     */
    public static Balance create(Path folder, String name, Author author, Progress progress) {
        SampleFiles files = new SampleFiles();
        try (NewFolder beside = NewFolder.at(folder)) {
            Path project = beside.path().resolve("project");
            Balance balance;
            SampleClock clock = new SampleClock(Clock.systemUTC());
            try (ProjectStore store = ProjectStore.create(project, name, author, clock)) {
                new GuideStore(store).adoptShipped();
                balance = addPages(store, unpackPages(files, beside.path().resolve("shipped")), progress);
                for (SamplePart part : PARTS) {
                    part.add(store, files, progress);
                }
                new LabelersPart(clock).add(store, files, progress);
            }
            Files.deleteIfExists(folder);
            Files.move(project, folder);
            return balance;
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("app.sample-failed", folder.toString(), "reason", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private static Balance addPages(ProjectStore store, Path labels, Progress progress) {
        Balance balance =
                AnyImporter.importAll(store, List.of(labels), Optional.empty(), ImportOptions.DEFAULT, progress);
        if (balance.out() == 0) {
            throw new ProblemException(balance.leftOut().stream()
                    .findFirst()
                    .map(LeftOut::reason)
                    .orElseGet(() -> Problem.of("app.no-sample", LABELS)));
        }
        return balance;
    }

    /** Pages as they are; labels with their state, which the sample leaves out because all are accepted. */
    private static Path unpackPages(SampleFiles files, Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Files.createDirectories(folder);
        Path labels = folder.resolve(LABELS);
        try (BufferedWriter out = Files.newBufferedWriter(labels)) {
            for (String line : files.text(LABELS).lines().toList()) {
                ObjectNode page = (ObjectNode) json.readTree(line);
                page.put(STATE, LabelState.ACCEPTED.word());
                for (JsonNode region : page.path("regions")) {
                    ((ObjectNode) region).put(STATE, LabelState.ACCEPTED.word());
                }
                out.write(json.writeValueAsString(page));
                out.write('\n');
                files.unpack(page.path("image").asText(), folder);
            }
        }
        return labels;
    }
}
