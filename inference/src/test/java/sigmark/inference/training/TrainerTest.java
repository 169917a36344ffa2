package sigmark.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.work.Progress;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class TrainerTest {
    private static final TrainingPlan PLAN = new TrainingPlan(60, 1e-2, 5, 0, 0.01, 2, 7, 1);

    @TempDir
    Path folder;

    @Test
    void learnsWhatTheBatchesShow() {
        TorchScriptModule module = TinyNetwork.module();
        List<TrainingReport> reports = new ArrayList<>();

        new Trainer(module, PLAN, 10, 1000)
                .run(start(module), TinyNetwork::batch, kept -> {}, reports::add, Progress.SILENT);

        assertThat(reports).hasSize(6);
        assertThat(reports.get(5).loss()).isLessThan(reports.get(0).loss() / 2);
        assertThat(reports.get(5).samples()).isEqualTo(480);
    }

    @Test
    void resumedRunGivesTheWeightsOfAnUnbrokenOne() throws IOException {
        TorchScriptModule module = TinyNetwork.module();
        Path file = folder.resolve("run.checkpoint");
        Trainer trainer = new Trainer(module, PLAN, 10, 20);
        Checkpoint whole = trainer.run(start(module), TinyNetwork::batch, kept -> {}, report -> {}, Progress.SILENT);

        Checkpoint half = trainer.run(
                start(module), TinyNetwork::batch, kept -> save(kept, file), report -> {}, new StopAfter(30));
        Checkpoint kept = Checkpoint.read(file, module.parameters());
        Checkpoint resumed = trainer.run(kept, TinyNetwork::batch, k -> {}, report -> {}, Progress.SILENT);

        assertThat(half.step()).isEqualTo(30);
        assertThat(kept.step()).isEqualTo(20);
        assertThat(resumed.samples()).isEqualTo(whole.samples());
        for (var spec : module.parameters()) {
            assertThat(resumed.weights().get(spec.name()))
                    .as(spec.name())
                    .isEqualTo(whole.weights().get(spec.name()));
        }
    }

    @Test
    void checkpointOfAnotherNetworkOrHalfAFileIsRefused() throws IOException {
        TorchScriptModule module = TinyNetwork.module();
        Path file = folder.resolve("run.checkpoint");
        start(module).write(file);
        byte[] bytes = Files.readAllBytes(file);

        assertThatThrownBy(() -> Checkpoint.read(file, module.parameters().subList(1, 5)))
                .isInstanceOf(IOException.class);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Checkpoint.read(file, module.parameters())).isInstanceOf(IOException.class);
    }

    private static Checkpoint start(TorchScriptModule module) {
        return Checkpoint.start(module.parameters(), PLAN.seed());
    }

    private static void save(Checkpoint checkpoint, Path file) {
        try {
            checkpoint.write(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Stops a run after so many steps. */
    private record StopAfter(long[] seen, long limit) implements Progress {
        StopAfter(long limit) {
            this(new long[1], limit);
        }

        @Override
        public void update(long done, long total, String item) {
            seen[0] = done;
        }

        @Override
        public boolean cancelled() {
            return seen[0] >= limit;
        }
    }
}
