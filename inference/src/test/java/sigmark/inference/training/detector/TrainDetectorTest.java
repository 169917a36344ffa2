package sigmark.inference.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.detect.Detector;
import sigmark.inference.detect.OnnxDetector;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelStore;
import sigmark.inference.page.PixelImage;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.synthesis.PageGenerator;
import sigmark.inference.synthesis.PageKind;
import sigmark.inference.synthesis.SyntheticPages;
import sigmark.inference.synthesis.Typefaces;
import sigmark.inference.training.Checkpoint;
import sigmark.inference.training.TorchNetwork;
import sigmark.inference.training.TrainingArray;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.training.network.Weights;
import sigmark.inference.work.Progress;

/** From labeled and drawn pages to a model folder that the product opens, with a network of a few thousand weights. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class TrainDetectorTest {
    private static final DetectorShape SHAPE = new DetectorShape(List.of(4, 6, 8, 8, 8), List.of(0, 2, 1, 0), 6);
    private static final int STEPS = 20;

    @TempDir
    static Path folder;

    private static final List<TrainingReport> REPORTS = new ArrayList<>();
    private static Checkpoint unbroken;

    @BeforeAll
    static void train() throws IOException {
        PageGenerator pages = new PageGenerator(Typefaces.builtIn(), new FormulaGrammar(Coverage.school()));
        var wish = new SyntheticPages.Wish(List.of(PageKind.SLIDE, PageKind.NOTES), 7, 0.5, 0, "train");
        new SyntheticPages(pages, wish).write(folder.resolve("pages"), 2, Progress.SILENT);
        unbroken = new TrainDetector(settings(), folder.resolve("run")).run(Progress.SILENT, REPORTS::add);
        new DetectorRelease(settings(), folder.resolve("run"))
                .write(
                        new ObjectMapper()
                                .readTree(
                                        "{\"name\":\"tiny\",\"version\":\"1\",\"task\":\"detector\",\"licence\":\"CC0-1.0\"}"),
                        folder.resolve("tiny-1"));
    }

    private static DetectorSettings settings() {
        return DetectorSettings.of(
                        List.of(folder.resolve("pages").resolve(SyntheticPages.LIST)),
                        0.5,
                        SHAPE,
                        DetectorSettings.plan(STEPS, 3e-3))
                .with(2, 0, 1)
                .withPatches(128, 64, 2);
    }

    @Test
    void itTellsHowItGoesAndKeepsTheCurve() throws IOException {
        TrainingReport last = REPORTS.get(REPORTS.size() - 1);
        assertThat(unbroken.step()).isEqualTo(STEPS);
        assertThat(last.measures()).hasSize(4);
        assertThat(last.validation()).hasSize(4);
        assertThat(last.samplesPerCpuSecond()).isPositive();
        assertThat(Files.readAllLines(folder.resolve("run/curve.csv"))).hasSameSizeAs(REPORTS);
    }

    @Test
    void stoppedAndGoingOnItGivesTheWeightsOfAnUnbrokenRun() throws IOException {
        Path run = folder.resolve("broken-off");
        new TrainDetector(settings(), run).run(new StopAfter(7), report -> {});
        Checkpoint resumed = new TrainDetector(DetectorSettings.read(run.resolve("settings.yaml")), run)
                .run(Progress.SILENT, report -> {});

        assertThat(resumed.step()).isEqualTo(STEPS);
        unbroken.weights().parameters().forEach(spec -> assertThat(
                        resumed.weights().get(spec.name()))
                .as(spec.name())
                .isEqualTo(unbroken.weights().get(spec.name())));
    }

    @Test
    void theModelFindsOnPagesAndItsCardSaysHowWell() throws IOException {
        JsonNode card =
                new ObjectMapper().readTree(folder.resolve("tiny-1/card.json").toFile());
        assertThat(card.at("/scores/clean/iou50/formulas").asInt()).isPositive();
        assertThat(card.at("/architecture/channels/64").asInt()).isEqualTo(8);
        assertThat(card.at("/training/curve")).isNotEmpty();
        try (Detector detector = OnnxDetector.of(models().open("tiny-1"), Device.CPU, 1)) {
            assertThat(detector.detect(new PixelImage(200, 100, new int[20_000])))
                    .isNotNull();
        }
    }

    @Test
    void weightsReadBackFromOnnxGiveTheSameFileAndGoOnWhereTheyWere() throws IOException {
        Files.createDirectories(folder.resolve("plain/tiny-1"));
        for (String file : List.of("card.json", "model.onnx")) {
            Files.copy(
                    folder.resolve("tiny-1").resolve(file),
                    folder.resolve("plain/tiny-1").resolve(file));
        }
        KnownDetector known = KnownDetector.read(new ModelStore(List.of(folder.resolve("plain"))), "tiny-1");
        Path run = folder.resolve("onwards");
        new TrainDetector(settings(), run).startFrom(known);
        DetectorNetwork network = new DetectorNetwork(known.shape());
        Weights calibrated = Checkpoint.read(
                        run.resolve(TrainDetector.CHECKPOINT), network.module().parameters())
                .weights();

        assertThat(known.folded()).isTrue();
        assertThat(known.shape()).isEqualTo(SHAPE);
        assertThat(KnownDetector.read(models(), "tiny-1").folded()).isFalse();
        float[] before = cells(unbroken.weights());
        assertSame(cells(known.weights()), before);
        assertSame(cells(calibrated), before);
        assertThat(calibrated.get("eighth.norm.variance"))
                .isNotEqualTo(known.weights().get("eighth.norm.variance"));
    }

    private static void assertSame(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    private static float[] cells(Weights weights) {
        Random random = new Random(1);
        float[] image = new float[64 * 128];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextInt(6) == 0 ? 1 : 0;
        }
        try (TorchNetwork network = new TorchNetwork(new DetectorNetwork(SHAPE).module(), weights)) {
            return network.run("forward", List.of(TrainingArray.of(image, 1, 1, 64, 128)))
                    .get(0);
        }
    }

    private static ModelStore models() {
        return new ModelStore(List.of(folder));
    }

    /** Says stop after so many steps. */
    private static final class StopAfter implements Progress {
        private final long steps;
        private boolean stopped;

        StopAfter(long steps) {
            this.steps = steps;
        }

        @Override
        public void update(long done, long total, String item) {
            stopped |= done >= steps;
        }

        @Override
        public boolean cancelled() {
            return stopped;
        }
    }
}
