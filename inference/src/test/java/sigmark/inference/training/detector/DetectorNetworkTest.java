package sigmark.inference.training.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.detect.OnnxDetector;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelFiles;
import sigmark.inference.model.ModelStore;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.PixelImage;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.DrawnFormula;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.synthesis.PageGenerator;
import sigmark.inference.synthesis.Typefaces;
import sigmark.inference.training.Checkpoint;
import sigmark.inference.training.TorchNetwork;
import sigmark.inference.training.Trainer;
import sigmark.inference.training.TrainingArray;
import sigmark.inference.training.TrainingBatch;
import sigmark.inference.training.TrainingPlan;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.training.network.Weights;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;

class DetectorNetworkTest {
    @TempDir
    Path folder;

    private final DetectorNetwork network = new DetectorNetwork(DetectorShape.shipped());
    private final TorchScriptModule module = network.module();
    private final Weights weights = network.start(module, 5);

    @Test
    void theOnnxFileComputesWhatWasTrained() throws OrtException {
        float[] image = noise(64, 128);
        float[] torch;
        try (TorchNetwork torchNetwork = new TorchNetwork(module, weights)) {
            torch = torchNetwork
                    .run("forward", List.of(TrainingArray.of(image, 1, 1, 64, 128)))
                    .get(0);
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(DetectorExport.onnx(network, weights));
                OnnxTensor in =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(image), new long[] {1, 1, 64, 128});
                OrtSession.Result result = session.run(Map.of("image", in))) {
            FloatBuffer onnx = ((OnnxTensor) result.get(0)).getFloatBuffer();
            assertThat(torch).hasSize(onnx.remaining());
            for (float value : torch) {
                assertThat(onnx.get()).isCloseTo(value, within(1e-4f));
            }
        }
    }

    @Test
    void aFewStepsOnOneBatchReduceItsLoss() {
        TrainingBatch batch = new PatchSource(drawn(), 3, 2, 128, 64).batch(0);
        List<Double> losses = new ArrayList<>();
        Checkpoint start = Checkpoint.start(module.parameters(), 5);
        Checkpoint from = new Checkpoint(0, 0, 0, 5, weights, start.means(), start.variances());
        new Trainer(module, new TrainingPlan(14, 2e-3, 2, 1, 0, 5, 5, 1), 1, 100)
                .run(from, step -> batch, checkpoint -> {}, report -> losses.add(report.loss()), Progress.SILENT);
        assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0) * 0.9);
    }

    @Test
    void aBatchDependsOnItsStepAlone() {
        PatchSource through = new PatchSource(drawn(), 3, 1, 64, 64);
        for (long step = 0; step < 14; step++) {
            through.batch(step);
        }
        List<float[]> unbroken = values(through.batch(14));
        List<float[]> resumed = values(new PatchSource(drawn(), 3, 1, 64, 64).batch(14));
        assertThat(resumed.get(0)).isEqualTo(unbroken.get(0));
    }

    @Test
    void pagesOfAnySizeGiveBoxesInsideThem() throws IOException {
        PageGenerator pages = new PageGenerator(Typefaces.builtIn(), new FormulaGrammar(Coverage.all()));
        try (OnnxDetector detector =
                OnnxDetector.of(store(DetectorExport.onnx(network, weights), 0.05), Device.CPU, 1)) {
            for (double em : new double[] {10, 60}) {
                PixelImage page = pages.page(2, em).image();
                List<Detection> found = detector.detect(page);
                assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
                assertThat(found)
                        .allMatch(
                                d -> d.box().clip(page.width(), page.height()).equals(java.util.Optional.of(d.box())));
            }
        }
    }

    @Test
    void aFileThatIsNoNetworkIsNamed() throws IOException {
        ModelFiles files = store("not a network".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0.3);
        assertThatThrownBy(() -> OnnxDetector.of(files, Device.CPU, 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("model.unusable"));
    }

    @Test
    void scoresCountEachTruthOnce() {
        DrawnFormula x = new DrawnFormula("x", FormulaKind.INLINE, new Box(0, 0, 10, 10));
        DrawnFormula y = new DrawnFormula("y", FormulaKind.DISPLAY, new Box(50, 0, 60, 10));
        DetectorScores scores = DetectorScores.none(0.5)
                .plus(List.of(x, y), List.of(at(0, 0.9), at(1, 0.8), at(51, 0.7), at(200, 0.6)));
        assertThat(scores).isEqualTo(new DetectorScores(0.5, 2, 4, 2, 1));
        assertThat(scores.precision()).isEqualTo(0.5);
        assertThat(scores.recall()).isEqualTo(1);
        assertThat(scores.f1()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void aFormulaMarksTheCellsInsideItAndItsEdges() {
        DetectorTargets targets = new DetectorTargets(1, 64, 64);
        targets.put(0, List.of(new DrawnFormula("x", FormulaKind.DISPLAY, new Box(8, 16, 40, 36))));
        int middle = 6 * 16 + 6;
        assertThat(targets.heat[256 + middle]).isEqualTo(1);
        assertThat(targets.heat[middle]).isZero();
        assertThat(targets.edges[middle]).isEqualTo(4.5f);
        assertThat(targets.edges[512 + middle]).isEqualTo(3.5f);
        assertThat(targets.heat[256 + 4 * 16 + 2]).as("the rim").isEqualTo(-1);
    }

    private static Detection at(double left, double score) {
        return new Detection(new Box(left, 0, left + 10, 10), FormulaKind.INLINE, Writing.PRINTED, score);
    }

    private ModelFiles store(byte[] model, double scoreFrom) throws IOException {
        Path model1 = Files.createDirectories(folder.resolve("detector-9"));
        Files.write(model1.resolve("model.onnx"), model);
        Files.writeString(
                model1.resolve("card.json"),
                """
                {"name":"detector","version":"9","task":"detector","licence":"Apache-2.0","files":["model.onnx"],
                 "sha256":"%s","parameters":1,"input":{"em":13.5,"cell":4,"multiple":64},"output":{"scoreFrom":%s}}
                """
                        .formatted(ModelStore.hash(List.of(model)), scoreFrom));
        return new ModelStore(List.of(folder)).open("detector-9");
    }

    private static PageSource drawn() {
        PageGenerator pages = new PageGenerator(Typefaces.builtIn(), new FormulaGrammar(Coverage.all()));
        return (number, em) -> new PageSource.Sheet(pages.page(number, em), true);
    }

    private static float[] noise(int rows, int columns) {
        Random random = new Random(1);
        float[] image = new float[rows * columns];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextInt(6) == 0 ? 1 : 0;
        }
        return image;
    }

    private List<float[]> values(TrainingBatch batch) {
        try (TorchNetwork torchNetwork = new TorchNetwork(module, weights)) {
            return torchNetwork.run("forward", batch.inputs().subList(0, 1));
        }
    }
}
