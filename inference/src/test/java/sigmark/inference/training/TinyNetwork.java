package sigmark.inference.training;

import java.util.List;
import java.util.Random;
import sigmark.inference.training.network.Convolution;
import sigmark.inference.training.network.NetworkWriter;
import sigmark.inference.training.network.TorchScriptModule;

/** A network of a few hundred weights that tells left from right, and pictures for it. */
final class TinyNetwork {
    static final int SIDE = 8;

    private TinyNetwork() {}

    static TorchScriptModule module() {
        TorchScriptModule module = new TorchScriptModule();
        module.method("loss", List.of("picture", "answer"), true, writer -> {
            String logits = logits(writer, "picture");
            String classes = writer.line("torch.flatten(" + logits + ", 0, 1)");
            return List.of(writer.line("torch.cross_entropy_loss(" + classes + ", answer, None, 1, -100, 0.0)"));
        });
        return module.method("logits", List.of("picture"), false, writer -> List.of(logits(writer, "picture")));
    }

    static String logits(NetworkWriter writer, String picture) {
        String map = writer.relu(writer.convolution(picture, Convolution.normalized("first", 1, 4, 3, 2)));
        map = writer.residual(map, "second", 4);
        map = writer.convolution(map, new Convolution("third", 4, 4, 3, 4, 4, true));
        return writer.linear(writer.places(map), "last", 4, 2);
    }

    /** Batches of pictures with a bright half. */
    static TrainingBatch batch(long step) {
        Random random = new Random(step);
        int samples = 8;
        float[] pictures = new float[samples * SIDE * SIDE];
        long[] answers = new long[samples];
        for (int i = 0; i < samples; i++) {
            answers[i] = random.nextInt(2);
            for (int p = 0; p < SIDE * SIDE; p++) {
                boolean bright = (p % SIDE < SIDE / 2) == (answers[i] == 0);
                pictures[i * SIDE * SIDE + p] = random.nextFloat() * 0.5f + (bright ? 0.5f : 0);
            }
        }
        return new TrainingBatch(
                List.of(TrainingArray.of(pictures, samples, 1, SIDE, SIDE), TrainingArray.of(answers, samples)),
                samples);
    }
}
