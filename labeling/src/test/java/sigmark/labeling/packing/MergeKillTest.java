package sigmark.labeling.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.DeliveryState;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;

/** A merge that is killed at any moment leaves the project as it was before, or as it is after. */
class MergeKillTest {
    private static final int PAGES = 120;
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    @Test
    void aKilledMergeIsAllOrNothing() throws Exception {
        Parcel parcel = new Parcel(folder);
        String id;
        try (ProjectStore project = parcel.project("p", PAGES, 0)) {
            id = parcel.send(project, Parcel.order("A. Kim"), parcel.file("w.sigpack"))
                    .work()
                    .id();
        }
        parcel.open(parcel.file("w.sigpack"), "kim");
        try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
            Parcel.label(copy, PAGES, "k");
            parcel.handIn(copy, parcel.file("b.sigpack"), Parcel.KIM_KEY);
        }
        Random random = new Random(3);
        for (int kill = 0; kill < KILLS; kill++) {
            mergeAndKill(random.nextInt(400) * 1_000_000L);
            try (ProjectStore project = ProjectStore.open(folder.resolve("p"), Parcel.LEE)) {
                int there = project.regions().count(SliceQuery.ALL);
                DeliveryState state =
                        new DeliveryStore(project).find(id).orElseThrow().state();
                assertThat(there).isIn(0, PAGES);
                assertThat(state).isEqualTo(there == 0 ? DeliveryState.OUT : DeliveryState.IN);
                assertThat(project.check()).isEmpty();
            }
        }
        try (ProjectStore project = ProjectStore.open(folder.resolve("p"), Parcel.LEE)) {
            new PackageIn(project, PackageGuide.NONE)
                    .merge(
                            parcel.file("b.sigpack"),
                            Resolution.ASK,
                            Optional.of(Parcel.KIM_KEY.fingerprint()),
                            Progress.SILENT);
            assertThat(project.regions().count(SliceQuery.ALL)).isEqualTo(PAGES);
        }
    }

    private void mergeAndKill(long nanosLater) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MergingChild.class.getName(),
                        folder.resolve("p").toString(),
                        folder.resolve("b.sigpack").toString(),
                        Parcel.KIM_KEY.fingerprint())
                .redirectError(new File(folder.toFile(), "child.log"))
                .start();
        assertThat(child.inputReader().readLine()).isEqualTo("begin");
        long end = System.nanoTime() + nanosLater;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        child.destroyForcibly().waitFor();
    }
}
