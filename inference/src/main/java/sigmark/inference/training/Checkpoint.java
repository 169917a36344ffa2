package sigmark.inference.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import sigmark.inference.training.network.ParameterSpec;
import sigmark.inference.training.network.Weights;

/**
 * All that a run needs to go on as if it had never stopped.
 *
 * @param step steps done
 * @param samples pictures seen
 * @param cpuSeconds processor time spent, over all processes that worked on the run
 * @param seed of the run's first weights
 * @param weights of the network
 * @param means first moments of AdamW
 * @param variances second moments of AdamW
 */
public record Checkpoint(
        long step, long samples, double cpuSeconds, long seed, Weights weights, Weights means, Weights variances) {
    private static final int MAGIC = 0x5349474d; // SIGM

    /** A run that has not begun. */
    public static Checkpoint start(List<ParameterSpec> parameters, long seed) {
        Weights weights = Weights.draw(parameters, seed);
        return new Checkpoint(0, 0, 0, seed, weights, AdamW.zeros(parameters), AdamW.zeros(parameters));
    }

    /** Writes beside the file, then swaps, so that a kill leaves the old or the new one whole. */
    public void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
            out.writeInt(MAGIC);
            out.writeLong(step);
            out.writeLong(samples);
            out.writeDouble(cpuSeconds);
            out.writeLong(seed);
            weights.write(out);
            means.write(out);
            variances.write(out);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads a checkpoint of the same network; an {@link IOException} says what does not fit. */
    public static Checkpoint read(Path file, List<ParameterSpec> parameters) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is not a checkpoint");
            }
            long step = in.readLong();
            long samples = in.readLong();
            double cpuSeconds = in.readDouble();
            long seed = in.readLong();
            List<ParameterSpec> trained =
                    parameters.stream().filter(ParameterSpec::trained).toList();
            Weights weights = Weights.read(in, parameters);
            Weights means = Weights.read(in, trained);
            return new Checkpoint(step, samples, cpuSeconds, seed, weights, means, Weights.read(in, trained));
        }
    }
}
