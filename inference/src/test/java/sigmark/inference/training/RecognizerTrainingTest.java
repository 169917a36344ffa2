package sigmark.inference.training;

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
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelStore;
import sigmark.inference.page.GreyImage;
import sigmark.inference.recognize.CropScaling;
import sigmark.inference.recognize.OnnxRecognizer;
import sigmark.inference.recognize.Recognizer;
import sigmark.inference.recognize.Vocabulary;
import sigmark.inference.run.Reading;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.training.network.Weights;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;

/** From grammar formulas to a model folder that reads, with a network of a few thousand weights. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class RecognizerTrainingTest {
    private static final RecognizerShape SHAPE = new RecognizerShape(
            List.of(8, 12, 16), List.of(0, 0, 0), 24, 2, 24, 2, 40, new CropScaling(12, 3, 160, 640));

    @TempDir
    static Path folder;

    private static Checkpoint trained;

    @BeforeAll
    static void train() throws IOException {
        Path run = folder.resolve("run");
        Files.createDirectories(run);
        FormulaGrammar grammar = new FormulaGrammar(Coverage.school());
        VocabularyBuilder builder = new VocabularyBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            builder.add(grammar.inline(random));
        }
        Files.write(run.resolve("vocabulary.txt"), builder.build().lines());
        RecognizerSettings settings = settings();
        trained = new TrainRecognizer(settings, run).run(Progress.SILENT);
        Path notes = folder.resolve("notes.yaml");
        Files.writeString(notes, "name: tiny\nversion: '1'\ntask: recognizer\nlicence: CC0-1.0\ndata: grammar\n");
        new RecognizerRelease(settings, run).write(notes, folder.resolve("tiny-1"));
    }

    private static RecognizerSettings settings() {
        return RecognizerSettings.of(List.of(), 0, SHAPE, TrainingPlan.ofSteps(50, 5))
                .with(4, 24, 10, 0);
    }

    @Test
    void lossFalls() throws IOException {
        List<String> curve = Files.readAllLines(folder.resolve("run").resolve("curve.csv"));

        assertThat(trained.step()).isEqualTo(50);
        assertThat(curve).hasSize(2);
        assertThat(loss(curve.get(1))).isLessThan(loss(curve.get(0)));
    }

    @Test
    void modelReadsAnyCropAsCanonicalLatexThatIsBalanced() {
        try (Recognizer recognizer = open("tiny-1")) {
            GreyImage crop = new CropPainter(List.of())
                    .paint("\\frac{a}{b}+x^{2}", new Random(2))
                    .orElseThrow();
            GreyImage blank = new GreyImage(40, 20, new byte[800]);

            List<Reading> readings = recognizer.read(List.of(crop, blank, crop));

            assertThat(readings.get(0).latex())
                    .isEqualTo(CanonicalForm.of(readings.get(0).latex()));
            assertThat(readings.get(2)).isEqualTo(readings.get(0));
            assertThat(readings.get(1)).isEqualTo(Reading.NOTHING);
            assertThat(readings.get(0).score()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void weightsReadBackFromOnnxGiveTheSameFilesAndGoOnWhereTheyWere() throws IOException {
        copyOf("plain-1");
        KnownRecognizer known = KnownRecognizer.read(new ModelStore(List.of(folder)), "plain-1");
        Path run = folder.resolve("onwards");
        new TrainRecognizer(settings(), run).startFrom(known);
        Vocabulary grown = new Vocabulary(Files.readAllLines(run.resolve("vocabulary.txt")));
        Weights calibrated = Checkpoint.read(
                        run.resolve(TrainRecognizer.CHECKPOINT),
                        new RecognizerNetwork(SHAPE, grown.size()).module().parameters())
                .weights();

        assertThat(known.folded()).isTrue();
        assertThat(known.shape()).isEqualTo(SHAPE);
        RecognizerNetwork network =
                new RecognizerNetwork(SHAPE, known.vocabulary().size());
        RecognizerExport again = new RecognizerExport(network, known.weights());
        assertSame(keys(again.encoder()), keys(Files.readAllBytes(folder.resolve("tiny-1/encoder.onnx"))));
        assertSame(
                keys(new RecognizerExport(new RecognizerNetwork(SHAPE, grown.size()), calibrated).encoder()),
                keys(again.encoder()));
        assertThat(again.decoder()).isEqualTo(Files.readAllBytes(folder.resolve("tiny-1/decoder.onnx")));
        assertThat(calibrated.get("encoder.stage1.norm.variance"))
                .isNotEqualTo(known.weights().get("encoder.stage1.norm.variance"));
    }

    /** What an encoder's file gives for a noisy picture. */
    private static float[] keys(byte[] encoder) throws IOException {
        float[] picture = new float[32 * 64];
        Random random = new Random(4);
        for (int i = 0; i < picture.length; i++) {
            picture[i] = random.nextInt(5) == 0 ? 1 : 0;
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(encoder);
                OnnxTensor in =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(picture), new long[] {1, 1, 32, 64});
                OnnxTensor places = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(new float[16 * 24]), new long[] {1, 16, 24});
                OrtSession.Result result = session.run(Map.of("picture", in, "places", places))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] copy = new float[values.remaining()];
            values.get(copy);
            return copy;
        } catch (OrtException e) {
            throw new IOException(e);
        }
    }

    private static void assertSame(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    @Test
    void patienceEndsWhatGetsNoBetter() throws IOException {
        TrainingPlan still = new TrainingPlan(400, 1e-12, 0, 1, 0, 2, 5, 1);
        RecognizerSettings patient =
                RecognizerSettings.of(List.of(), 0, SHAPE, still).with(2, 24, 0, 2);
        Path run = folder.resolve("patient");
        Files.createDirectories(run);
        Files.copy(folder.resolve("run/vocabulary.txt"), run.resolve("vocabulary.txt"));

        Checkpoint end = new TrainRecognizer(patient, run).run(Progress.SILENT);

        assertThat(end.step())
                .as("one look that is the best so far, then two in vain")
                .isEqualTo(60);
        assertThat(run.resolve(TrainRecognizer.BEST)).exists();
    }

    @Test
    void damagedFilesAreProblems() throws IOException {
        Path broken = copyOf("broken-1");
        byte[] decoder = Files.readAllBytes(broken.resolve("decoder.onnx"));
        Files.write(broken.resolve("decoder.onnx"), java.util.Arrays.copyOf(decoder, decoder.length / 2));

        assertProblem("broken-1", "model.damaged");

        String card = Files.readString(broken.resolve("card.json"));
        String hash = ModelStore.hash(List.of(
                Files.readAllBytes(broken.resolve("encoder.onnx")),
                Files.readAllBytes(broken.resolve("decoder.onnx")),
                Files.readAllBytes(broken.resolve("vocabulary.txt"))));
        Files.writeString(
                broken.resolve("card.json"),
                card.replaceAll("\"sha256\" : \"[0-9a-f]+\"", "\"sha256\" : \"" + hash + "\""));
        assertProblem("broken-1", "model.unusable");

        Files.writeString(broken.resolve("card.json"), card.replace("signHeight", "signHigh"));
        Files.write(broken.resolve("decoder.onnx"), decoder);
        assertProblem("broken-1", "model.card-broken");
    }

    @Test
    void formulasThatNeverFitAreAProblemNotAnEndlessLoop() {
        FormulaMix mix = new FormulaMix(
                List.of(new FormulaMix.Part(List.of("\\alpha+\\beta"), 1)),
                sigmark.inference.recognize.Vocabulary.of(List.of("x")));
        RecognizerBatches batches =
                new RecognizerBatches(new DrawnCrops(mix, new CropPainter(List.of())), SHAPE, 1, 20, 0, 1);

        assertThatThrownBy(() -> batches.batch(0)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo("training.no-formulas"));
    }

    private static void assertProblem(String model, String code) {
        assertThatThrownBy(() -> open(model)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }

    private static Recognizer open(String model) {
        return OnnxRecognizer.of(new ModelStore(List.of(folder)).open(model), Device.CPU, 1);
    }

    private static Path copyOf(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        for (String file : List.of("card.json", "encoder.onnx", "decoder.onnx", "vocabulary.txt")) {
            Files.copy(folder.resolve("tiny-1").resolve(file), copy.resolve(file));
        }
        return copy;
    }

    private static double loss(String line) {
        return Double.parseDouble(line.split(",")[3]);
    }
}
