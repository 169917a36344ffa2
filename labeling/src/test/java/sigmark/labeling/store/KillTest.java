package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.labeling.project.FormulaRegion;

/** A process that is killed in the middle of editing loses no edit that it was told is saved. */
class KillTest {
    private static final int KILLS = 20;

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedEditIsLost() throws Exception {
        try (ProjectStore store = Sample.project(folder)) {
            store.addPages(List.of(Sample.page("p1", 1)), List.of());
        }
        Random random = new Random(20);
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = runAndKill(1 + random.nextInt(40), random.nextInt(3_000_000));
            try (ProjectStore store = ProjectStore.open(folder, Sample.KIM)) {
                long done = EditingChild.done(store);
                assertThat(done).as("edits after kill %d", kill).isBetween(acknowledged, acknowledged + 1);
                assertThat(done).isGreaterThan(before);
                assertThat(regions(store)).isEqualTo(expected(done));
                assertThat(store.nextUndo().isPresent()).isTrue();
                assertThat(store.nextRedo().isPresent()).isEqualTo(done % 4 == 3);
                before = done;
            }
        }
        try (ProjectStore store = ProjectStore.open(folder, Sample.KIM)) {
            assertThat(store.check()).isEmpty();
        }
    }

    /** Lets a child make some edits, then kills it a moment later; the number of the last edit that it acknowledged. */
    private long runAndKill(int edits, int nanosLater) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EditingChild.class.getName(),
                        folder.toString())
                .redirectError(new File(folder.toFile(), "child.log"))
                .start();
        long acknowledged = 0;
        try (BufferedReader lines = child.inputReader()) {
            for (int i = 0; i < edits; i++) {
                acknowledged = Long.parseLong(nextLine(lines));
            }
            long end = System.nanoTime() + nanosLater;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            child.toHandle().destroyForcibly(); // unlike the process itself it leaves the pipe open
            child.waitFor();
            for (String line = lines.readLine(); line != null && line.matches("\\d+"); line = lines.readLine()) {
                acknowledged = Long.parseLong(line);
            }
        }
        return acknowledged;
    }

    private static String nextLine(BufferedReader lines) throws IOException {
        return Optional.ofNullable(lines.readLine()).orElseThrow(() -> new AssertionError("the child ended by itself"));
    }

    private static Map<String, Optional<String>> regions(ProjectStore store) {
        Map<String, Optional<String>> latex = new LinkedHashMap<>();
        for (FormulaRegion region : store.regions().ofPage("p1")) {
            latex.put(region.id(), region.latex());
        }
        return latex;
    }

    private static Map<String, Optional<String>> expected(long done) {
        Map<String, Optional<String>> latex = new LinkedHashMap<>();
        for (long block = 0; block * 4 < done; block++) {
            long steps = Math.min(4, done - block * 4);
            boolean typed = steps == 2 || steps == 4;
            latex.put(EditingChild.id(block), typed ? Optional.of(EditingChild.latex(block)) : Optional.empty());
        }
        return latex;
    }
}
