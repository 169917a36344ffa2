package sigmark.inference.training.detector;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sigmark.inference.model.ModelFiles;
import sigmark.inference.model.ModelStore;
import sigmark.inference.training.network.OnnxReader;
import sigmark.inference.training.network.Weights;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * A detector that training can go on from: the shape that its card states and its weights, as training left them or taken
 * out of its ONNX file.
 *
 * @param folded whether they come from ONNX, with batch norm folded into the convolutions
 */
public record KnownDetector(DetectorShape shape, Weights weights, boolean folded) {
    private static final String WEIGHTS = "training.weights";

    /** Puts the weights beside a model's own files. */
    static void write(Weights weights, Path model) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(model.resolve(WEIGHTS)))) {
            weights.write(out);
        }
    }

    /**
     * Reads a model.
     *
     * @throws ProblemException {@code training.no-weights} when it is no detector of ours
     */
    public static KnownDetector read(ModelStore models, String name) {
        ModelFiles files = models.open(name);
        try {
            DetectorShape shape = DetectorShape.ofCard(files.card().document().path("architecture"));
            DetectorNetwork network = new DetectorNetwork(shape);
            var parameters = network.module().parameters();
            Optional<byte[]> bytes = models.beside(name, WEIGHTS);
            if (bytes.isPresent()) {
                var in = new DataInputStream(new ByteArrayInputStream(bytes.get()));
                return new KnownDetector(shape, Weights.read(in, parameters), false);
            }
            OnnxReader reader = new OnnxReader(
                    parameters, List.of(files.bytes(files.card().files().get(0))));
            network.result(reader, "image");
            return new KnownDetector(shape, reader.weights(), true);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(Problem.of("training.no-weights", name), e);
        }
    }
}
