package sigmark.app.work.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.VocStore;

/** The photos of the recorded trial where its log says that they are, and the complaints that came by other ways. */
final class TrialPart implements SamplePart {
    private static final String LOG = "online/trial.jsonl";
    private static final String COMPLAINTS = "online/voc.jsonl";
    private static final String IMAGES = "online/images/";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void add(ProjectStore store, SampleFiles files, Progress progress) throws IOException {
        Path project = store.info().folder();
        for (String image : named(files, LOG, "image")) {
            copy(files, IMAGES + Path.of(image).getFileName(), project.resolve(image));
        }
        Path folder = Files.createTempDirectory("sigmark-sample");
        try {
            Path complaints = files.unpack(COMPLAINTS, folder);
            for (String image : named(files, COMPLAINTS, "image")) {
                copy(files, IMAGES + Path.of(image).getFileName(), complaints.resolveSibling(image));
            }
            new VocStore(store).importFile(complaints, VocStore.Keeping.ALL, progress);
        } finally {
            delete(folder);
        }
    }

    /** What a field of the lines names, each once. */
    private static Set<String> named(SampleFiles files, String name, String field) throws IOException {
        Set<String> named = new TreeSet<>();
        for (String line : files.text(name).lines().toList()) {
            JsonNode value = JSON.readTree(line).path(field);
            if (value.isTextual()) {
                named.add(value.asText());
            }
        }
        return named;
    }

    private static void copy(SampleFiles files, String name, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = files.open(name)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var walked = Files.walk(folder)) {
            all = walked.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
