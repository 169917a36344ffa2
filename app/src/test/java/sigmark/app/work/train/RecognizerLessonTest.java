package sigmark.app.work.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.work.Installation;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelStore;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.training.CropPainter;
import sigmark.inference.training.SyntheticCrops;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;

/** From crops in files to a model on the shelf, with a network of a few thousand weights. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class RecognizerLessonTest {
    private static final String SHAPE =
            """
            channels: [8, 12, 16]
            blocks: [0, 0, 0]
            width: 24
            heads: 2
            inner: 24
            layers: 1
            maxTokens: 60
            scaling: {signHeight: 12, margin: 3, maxHeight: 96, maxWidth: 480}
            """;

    @TempDir
    Path folder;

    private Path models;
    private Path shape;

    @BeforeEach
    void drawCrops() throws IOException {
        models = folder.resolve("models");
        shape = folder.resolve("shape.yaml");
        Files.writeString(shape, SHAPE);
        var grammar = new FormulaGrammar(Coverage.school());
        new SyntheticCrops(grammar, new CropPainter(List.of()), 3, "train")
                .write(folder.resolve("crops"), 30, Progress.SILENT);
    }

    @Test
    void aStoppedLessonGoesOnAndItsModelStandsBesideTheOldOnes() {
        List<TrainingReport> reports = new ArrayList<>();

        Optional<String> stopped = lesson(Optional.empty(), "a").learn(reports::add, new Stop(30));
        Optional<String> first = lesson(Optional.empty(), "a").learn(reports::add, Progress.SILENT);
        Optional<String> second = lesson(first, "b").learn(report -> {}, Progress.SILENT);

        assertThat(stopped).isEmpty();
        assertThat(first).contains("mine-1");
        assertThat(second).contains("mine-2");
        assertThat(reports.get(reports.size() - 1).step()).isEqualTo(50);
        assertThat(reports.get(reports.size() - 1).validation()).hasSize(2);
        Pipelines pipelines = Installation.pipelines(List.of(models), folder.resolve("pipelines"), 1);
        assertThat(pipelines.list()).extracting("name").contains("mine-1", "mine-2");
        pipelines.open("mine-2", Device.CPU).close();
    }

    @Test
    void aModelWithoutWeightsAndABadNameAreProblems() {
        assertCode(
                () -> lesson(Optional.of("detector-1"), "c").learn(report -> {}, Progress.SILENT),
                "training.no-weights");
        assertCode(() -> ModelShelf.checked("../mine"), "training.bad-name");
    }

    private RecognizerLesson lesson(Optional<String> from, String run) {
        RecognizerWish wish = new RecognizerWish(
                "mine",
                from,
                List.of(folder.resolve("crops/crops.jsonl")),
                0.5,
                List.of(),
                from.isPresent() ? Optional.empty() : Optional.of(shape),
                50,
                4,
                40,
                0);
        ModelShelf shelf = new ModelShelf(store(), models, folder.resolve("pipelines"));
        return new RecognizerLesson(wish, Optional.empty(), new RunFolder(folder.resolve("run-" + run)), shelf);
    }

    private ModelStore store() {
        return new ModelStore(List.of(models));
    }

    private static void assertCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }

    /** Says stop after so many steps. */
    private static final class Stop implements Progress {
        private final long after;
        private boolean stopped;

        Stop(long after) {
            this.after = after;
        }

        @Override
        public void update(long done, long total, String item) {
            stopped |= done >= after;
        }

        @Override
        public boolean cancelled() {
            return stopped;
        }
    }
}
