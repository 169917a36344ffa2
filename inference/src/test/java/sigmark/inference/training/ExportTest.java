package sigmark.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import sigmark.inference.recognize.CropScaling;
import sigmark.inference.recognize.Positions;
import sigmark.inference.training.network.OnnxGraph;
import sigmark.inference.training.network.OnnxWriter;
import sigmark.inference.training.network.Weights;
import sigmark.inference.work.Progress;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ExportTest {
    private static final OrtEnvironment ORT = OrtEnvironment.getEnvironment();

    @Test
    void exportedConvolutionsEqualTheTrainedOnes() throws OrtException {
        var module = TinyNetwork.module();
        Weights weights = new Trainer(module, TrainingPlan.ofSteps(20, 3), 10, 100)
                .run(
                        Checkpoint.start(module.parameters(), 3),
                        TinyNetwork::batch,
                        kept -> {},
                        report -> {},
                        Progress.SILENT)
                .weights();
        OnnxGraph graph = new OnnxGraph("tiny");
        graph.input("picture", OnnxGraph.Kind.FLOAT, List.of("n", "1", "8", "8"));
        String logits = TinyNetwork.logits(new OnnxWriter(graph, weights), "picture");
        graph.output(logits, "logits", OnnxGraph.Kind.FLOAT, List.of("n", "1", "2"));
        TrainingBatch batch = TinyNetwork.batch(99);
        float[] pictures = random(batch.samples() * 64, 5);

        float[] trained;
        try (TorchNetwork network = new TorchNetwork(module, weights)) {
            trained = network.run("logits", List.of(TrainingArray.of(pictures, batch.samples(), 1, 8, 8)))
                    .get(0);
        }

        try (OrtSession session = ORT.createSession(graph.bytes());
                OnnxTensor picture = floats(pictures, batch.samples(), 1, 8, 8);
                OrtSession.Result result = session.run(Map.of("picture", picture))) {
            assertThat(values(result.get(0))).containsExactly(trained, within(1e-4f));
        }
    }

    @Test
    void cachedDecoderStepsEqualTheTrainedNetwork() throws OrtException {
        RecognizerShape shape = new RecognizerShape(
                List.of(4, 8, 8), List.of(0, 1, 0), 16, 2, 16, 2, 32, new CropScaling(12, 3, 320, 1280));
        RecognizerNetwork network = new RecognizerNetwork(shape, 11);
        Weights weights = Weights.draw(network.module().parameters(), 4);
        long[] tokens = {0, 5, 7, 3, 10};
        float[] picture = random(32 * 48, 1);

        float[] trained = trainedLogits(network, weights, picture, tokens);
        float[] exported = exportedLogits(network, weights, picture, tokens);

        assertThat(exported).containsExactly(trained, within(1e-4f));
    }

    private static float[] trainedLogits(RecognizerNetwork network, Weights weights, float[] picture, long[] tokens) {
        int width = network.shape().width();
        int length = tokens.length;
        float[] causal = new float[length * length];
        for (int i = 0; i < length * length; i++) {
            causal[i] = i % length > i / length ? -1e4f : 0;
        }
        try (TorchNetwork torch = new TorchNetwork(network.module(), weights)) {
            return torch.run(
                            "logits",
                            List.of(
                                    TrainingArray.of(picture, 1, 1, 32, 48),
                                    TrainingArray.of(Positions.map(2, 6, width), 1, 12, width),
                                    TrainingArray.of(new float[12], 1, 1, 1, 12),
                                    TrainingArray.of(tokens, 1, length),
                                    TrainingArray.of(Positions.line(0, length, width), 1, length, width),
                                    TrainingArray.of(causal, length, length),
                                    TrainingArray.of(tokens, length)))
                    .get(0);
        }
    }

    private static float[] exportedLogits(RecognizerNetwork network, Weights weights, float[] picture, long[] tokens)
            throws OrtException {
        int width = network.shape().width();
        RecognizerExport export = new RecognizerExport(network, weights);
        float[] logits = new float[tokens.length * network.vocabulary()];
        try (OrtSession encoder = ORT.createSession(export.encoder());
                OrtSession decoder = ORT.createSession(export.decoder());
                OrtSession.Result crop = encoder.run(Map.of(
                        "picture", floats(picture, 1, 1, 32, 48),
                        "places", floats(Positions.map(2, 6, width), 1, 12, width)))) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            inputs.put("shade", floats(new float[12], 1, 1, 1, 12));
            for (int layer = 0; layer < 2; layer++) {
                inputs.put("key" + layer, (OnnxTensor) crop.get("key" + layer).orElseThrow());
                inputs.put(
                        "value" + layer, (OnnxTensor) crop.get("value" + layer).orElseThrow());
                inputs.put("pastKey" + layer, floats(new float[0], 1, 2, 0, 8));
                inputs.put("pastValue" + layer, floats(new float[0], 1, 2, 0, 8));
            }
            for (int t = 0; t < tokens.length; t++) {
                inputs.put(
                        "token",
                        OnnxTensor.createTensor(ORT, LongBuffer.wrap(new long[] {tokens[t]}), new long[] {1, 1}));
                inputs.put("order", floats(Positions.line(t, 1, width), 1, 1, width));
                OrtSession.Result step = decoder.run(inputs);
                System.arraycopy(values(step.get("logits").orElseThrow()), 0, logits, t * 11, 11);
                for (int layer = 0; layer < 2; layer++) {
                    inputs.put("pastKey" + layer, (OnnxTensor)
                            step.get("nextKey" + layer).orElseThrow());
                    inputs.put("pastValue" + layer, (OnnxTensor)
                            step.get("nextValue" + layer).orElseThrow());
                }
            }
        }
        return logits;
    }

    private static float[] random(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static OnnxTensor floats(float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(ORT, FloatBuffer.wrap(values), shape);
    }

    private static float[] values(OnnxValue value) {
        FloatBuffer buffer = ((OnnxTensor) value).getFloatBuffer();
        float[] content = new float[buffer.remaining()];
        buffer.get(content);
        return content;
    }
}
