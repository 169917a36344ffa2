package sigmark.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import sigmark.inference.page.GreyImage;
import sigmark.inference.recognize.CropScaling;
import sigmark.inference.recognize.Vocabulary;
import sigmark.inference.training.network.ParameterSpec;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.training.network.Weights;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class RecognizerGrowthTest {
    private static final Vocabulary SMALL = Vocabulary.of(List.of("x", "y", "+"));
    private static final Vocabulary LARGE = Vocabulary.of(List.of("가", "+", "y", "x", "z"));
    private static final CropScaling SCALING = new CropScaling(12, 3, 64, 128);
    private static final RecognizerShape BEFORE = shape(List.of(0, 0, 0));
    private static final RecognizerShape AFTER = shape(List.of(0, 1, 1));

    @Test
    void moreBlocksAndPiecesAnswerTheSameAtFirst() {
        Vocabulary joined = RecognizerGrowth.join(SMALL, LARGE);
        TorchScriptModule before = new RecognizerNetwork(BEFORE, SMALL.size()).module();
        TorchScriptModule after = new RecognizerNetwork(AFTER, joined.size()).module();
        Weights old = Weights.draw(before.parameters(), 4);

        Weights grown = RecognizerGrowth.grow(old, SMALL, joined, after.parameters(), 9);

        float[] answer = logits(before, old);
        float[] larger = logits(after, grown);
        int rows = answer.length / SMALL.size();
        for (int row = 0; row < rows; row++) {
            for (int piece = 0; piece < SMALL.size(); piece++) {
                assertThat(larger[row * joined.size() + piece])
                        .isCloseTo(answer[row * SMALL.size() + piece], within(1e-4f));
            }
        }
    }

    @Test
    void joinedVocabularyKeepsTheOldNumbersAndAddsWhatIsNew() {
        assertThat(RecognizerGrowth.join(SMALL, LARGE).lines())
                .containsExactly("<start>", "<end>", "x", "y", "+", "가", "z");
    }

    @Test
    void runGoesOnCountingPicturesButBeginsItsStepsAnew() {
        List<ParameterSpec> parameters =
                new RecognizerNetwork(BEFORE, SMALL.size()).module().parameters();
        Checkpoint start = Checkpoint.start(parameters, 3);
        Checkpoint old = new Checkpoint(70, 900, 12.5, 3, start.weights(), start.means(), start.variances());

        Checkpoint grown = RecognizerGrowth.grow(old, SMALL, SMALL, parameters);

        assertThat(grown.step()).isZero();
        assertThat(grown.samples()).isEqualTo(900);
        assertThat(grown.cpuSeconds()).isEqualTo(12.5);
    }

    @Test
    void halvedNumbersGiveNearlyTheSameLoss() {
        RecognizerNetwork network = new RecognizerNetwork(AFTER, SMALL.size());
        Weights weights = Weights.draw(network.module().parameters(), 4);

        float whole = run(network.module(false), weights, "loss")[0];
        float half = run(network.module(true), weights, "loss")[0];

        assertThat(half).isNotEqualTo(whole).isCloseTo(whole, within(0.02f * whole));
    }

    private static float[] logits(TorchScriptModule module, Weights weights) {
        return run(module, weights, "logits");
    }

    private static float[] run(TorchScriptModule module, Weights weights, String method) {
        byte[] pixels = new byte[40 * 24];
        new Random(1).nextBytes(pixels);
        CropScaling.Ink ink = SCALING.scale(new GreyImage(40, 24, pixels));
        TrainingBatch batch =
                RecognizerBatches.collate(List.of(new RecognizerBatches.Sample(ink, List.of(2, 4, 3))), AFTER);
        try (TorchNetwork network = new TorchNetwork(module, weights)) {
            return network.run(method, batch.inputs()).get(0);
        }
    }

    private static RecognizerShape shape(List<Integer> blocks) {
        return new RecognizerShape(List.of(8, 12, 16), blocks, 24, 2, 24, 2, 40, SCALING);
    }
}
