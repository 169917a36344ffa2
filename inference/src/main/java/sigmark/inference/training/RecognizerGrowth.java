package sigmark.inference.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sigmark.inference.recognize.Vocabulary;
import sigmark.inference.training.network.ParameterSpec;
import sigmark.inference.training.network.Weights;

/**
 * Takes what a trained recognizer knows over into one with more pieces or more residual blocks: what has the same name and
 * size is copied, rows of the tables of pieces go with their piece, and a block that is new begins by changing nothing
 * (Chen, Goodfellow and Shlens, Net2Net, 2016). Everything else starts fresh.
 */
public final class RecognizerGrowth {
    /** The tables that have a row for each piece. */
    private static final Set<String> BY_PIECE =
            Set.of("decoder.embedding.weight", "decoder.out.weight", "decoder.out.bias");

    /** The gain behind the second convolution of a residual block; at 0 the block hands its input on. */
    private static final String LAST_GAIN = ".b.norm.gain";

    /** Offset of the logits of pieces not seen yet, so that they do not disturb at first. */
    private static final float QUIET = -4;

    private RecognizerGrowth() {}

    /** The old pieces in their order, then those of the wanted vocabulary that are new. */
    public static Vocabulary join(Vocabulary old, Vocabulary wanted) {
        List<String> lines = new java.util.ArrayList<>(old.lines());
        Set<String> known = new HashSet<>(lines);
        wanted.lines().stream().filter(known::add).forEach(lines::add);
        return new Vocabulary(lines);
    }

    /** First weights of the new network. */
    public static Weights grow(
            Weights old, Vocabulary before, Vocabulary after, List<ParameterSpec> parameters, long seed) {
        Weights grown = Weights.draw(parameters, seed);
        for (ParameterSpec spec : parameters) {
            if (BY_PIECE.contains(spec.name()) && old.has(spec.name())) {
                copyRows(old.get(spec.name()), grown.get(spec.name()), spec, rows(before, after));
            } else if (old.has(spec.name()) && old.get(spec.name()).length == spec.size()) {
                grown.put(spec, old.get(spec.name()).clone());
            } else if (spec.name().endsWith(LAST_GAIN)) {
                Arrays.fill(grown.get(spec.name()), 0);
            }
        }
        return grown;
    }

    /** A run that begins where another ended, with its count of pictures and processor time. */
    public static Checkpoint grow(Checkpoint old, Vocabulary before, Vocabulary after, List<ParameterSpec> parameters) {
        Checkpoint fresh = Checkpoint.start(parameters, old.seed());
        return new Checkpoint(
                0,
                old.samples(),
                old.cpuSeconds(),
                old.seed(),
                grow(old.weights(), before, after, parameters, old.seed()),
                fresh.means(),
                fresh.variances());
    }

    /** For each new row the old one, or -1. */
    private static int[] rows(Vocabulary before, Vocabulary after) {
        Map<String, Integer> places = new HashMap<>();
        List<String> lines = before.lines();
        for (int i = 0; i < lines.size(); i++) {
            places.put(lines.get(i), i);
        }
        return after.lines().stream()
                .mapToInt(line -> places.getOrDefault(line, -1))
                .toArray();
    }

    private static void copyRows(float[] from, float[] to, ParameterSpec spec, int[] rows) {
        int width = spec.size() / spec.shape().get(0);
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= 0) {
                System.arraycopy(from, rows[row] * width, to, row * width, width);
            } else if (width == 1) {
                to[row] = QUIET;
            }
        }
    }

    /** The vocabulary in a folder of training. */
    static Vocabulary vocabulary(Path folder) throws IOException {
        return new Vocabulary(Files.readAllLines(folder.resolve("vocabulary.txt")));
    }
}
