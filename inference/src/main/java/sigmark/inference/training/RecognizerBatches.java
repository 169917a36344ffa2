package sigmark.inference.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import sigmark.inference.recognize.CropScaling;
import sigmark.inference.recognize.Positions;
import sigmark.inference.recognize.Vocabulary;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Batches of freshly drawn crops. Many batches come from one pool, sorted by size and cut so that each holds about the
 * same number of pixels; formulas are short at first and grow over the first part of the run.
 */
public final class RecognizerBatches implements BatchSource {
    private static final int BATCHES_A_POOL = 32;
    private static final int SHORTEST_START = 8;
    private static final int MOST_TRIES = 500;
    private static final float FAR_BELOW = -1e4f;

    private final CropSource source;
    private final RecognizerShape shape;
    private final int samplesABatch;
    private final int mostPieces;
    private final long growingSteps;
    private final long seed;
    private long poolNumber = -1;
    private List<List<Sample>> pool = List.of();

    /**
     * @param samplesABatch mean over the batches of a pool
     * @param mostPieces longest formula once all are allowed
     * @param growingSteps steps over which the longest formula grows from 8 pieces to that
     */
    public RecognizerBatches(
            CropSource source, RecognizerShape shape, int samplesABatch, int mostPieces, long growingSteps, long seed) {
        this.source = source;
        this.shape = shape;
        this.samplesABatch = samplesABatch;
        this.mostPieces = Math.min(mostPieces, shape.maxTokens() - 1);
        this.growingSteps = growingSteps;
        this.seed = seed;
    }

    /** A scaled crop and its answer. */
    record Sample(CropScaling.Ink ink, List<Integer> pieces) {}

    @Override
    public TrainingBatch batch(long step) {
        long number = step / BATCHES_A_POOL;
        if (number != poolNumber) {
            pool = drawPool(number);
            poolNumber = number;
        }
        return collate(pool.get((int) (step % BATCHES_A_POOL)), shape);
    }

    private List<List<Sample>> drawPool(long number) {
        Random random = new Random(seed * 1_000_003 + number);
        double grown = growingSteps == 0 ? 1 : Math.min(1, (double) number * BATCHES_A_POOL / growingSteps);
        int longest = (int) Math.round(SHORTEST_START + grown * (mostPieces - SHORTEST_START));
        List<Sample> samples = new ArrayList<>();
        int wanted = samplesABatch * BATCHES_A_POOL;
        for (int tries = 0; samples.size() < wanted; tries++) {
            if (tries == MOST_TRIES * wanted) {
                throw new ProblemException(
                        Problem.of("training.no-formulas", "formulas", "longest", String.valueOf(longest)));
            }
            draw(random, longest).ifPresent(samples::add);
        }
        samples.sort(Comparator.comparingInt((Sample s) -> up(s.ink().height(), RecognizerShape.ROW_STRIDE))
                .thenComparingInt(s -> s.ink().width()));
        List<List<Sample>> batches = cut(samples);
        Collections.shuffle(batches, random);
        return batches;
    }

    private Optional<Sample> draw(Random random, int longest) {
        return source.draw(random, longest)
                .map(crop -> new Sample(shape.scaling().scale(crop.image()), crop.pieces()));
    }

    /** As many batches as a pool has, each with about the same number of pixels and at least one sample. */
    private static List<List<Sample>> cut(List<Sample> sorted) {
        double total = sorted.stream().mapToDouble(RecognizerBatches::cost).sum();
        List<List<Sample>> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES_A_POOL; i++) {
            batches.add(new ArrayList<>());
        }
        double seen = 0;
        for (int i = 0; i < sorted.size(); i++) {
            double cost = cost(sorted.get(i));
            int batch = (int) ((seen + cost / 2) / total * BATCHES_A_POOL);
            batches.get(Math.min(BATCHES_A_POOL - 1, batch)).add(sorted.get(i));
            seen += cost;
        }
        for (List<Sample> batch : batches) {
            if (batch.isEmpty()) {
                batch.add(sorted.get(sorted.size() / 2));
            }
        }
        return batches;
    }

    private static double cost(Sample sample) {
        return 3000 + (double) sample.ink().width() * up(sample.ink().height(), RecognizerShape.ROW_STRIDE);
    }

    /** Crops in batches of so many, those of like size together. */
    static List<TrainingBatch> batches(List<LabeledCrop> crops, RecognizerShape shape, int samplesABatch) {
        List<Sample> samples = new ArrayList<>();
        for (LabeledCrop crop : crops) {
            if (crop.pieces().size() < shape.maxTokens()) {
                samples.add(new Sample(shape.scaling().scale(crop.image()), crop.pieces()));
            }
        }
        samples.sort(Comparator.comparingInt(sample -> sample.ink().width()));
        List<TrainingBatch> batches = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += samplesABatch) {
            batches.add(collate(samples.subList(from, Math.min(samples.size(), from + samplesABatch)), shape));
        }
        return batches;
    }

    /** The arrays of {@link RecognizerNetwork#LOSS_INPUTS}. */
    static TrainingBatch collate(List<Sample> samples, RecognizerShape shape) {
        int count = samples.size();
        int rows = 0;
        int columns = 0;
        int length = 0;
        for (Sample sample : samples) {
            rows = Math.max(rows, up(sample.ink().height(), RecognizerShape.ROW_STRIDE));
            columns = Math.max(columns, up(sample.ink().width(), 2 * RecognizerShape.COLUMN_STRIDE));
            length = Math.max(length, sample.pieces().size() + 1);
        }
        int mapRows = rows / RecognizerShape.ROW_STRIDE;
        int mapColumns = columns / RecognizerShape.COLUMN_STRIDE;
        float[] pictures = new float[count * rows * columns];
        float[] shade = new float[count * mapRows * mapColumns];
        long[] tokens = new long[count * length];
        long[] answers = new long[count * length];
        Arrays.fill(answers, -100);
        Arrays.fill(shade, FAR_BELOW);
        for (int i = 0; i < count; i++) {
            Sample sample = samples.get(i);
            copy(sample.ink(), pictures, i * rows * columns, columns);
            for (int row = 0; row < up(sample.ink().height(), 16) / 16; row++) {
                int from = (i * mapRows + row) * mapColumns;
                Arrays.fill(shade, from, from + up(sample.ink().width(), 8) / 8, 0);
            }
            List<Integer> pieces = sample.pieces();
            tokens[i * length] = Vocabulary.START;
            for (int t = 0; t < pieces.size(); t++) {
                tokens[i * length + t + 1] = pieces.get(t);
                answers[i * length + t] = pieces.get(t);
            }
            answers[i * length + pieces.size()] = Vocabulary.END;
        }
        int places = mapRows * mapColumns;
        return new TrainingBatch(
                List.of(
                        TrainingArray.of(pictures, count, 1, rows, columns),
                        TrainingArray.of(Positions.map(mapRows, mapColumns, shape.width()), 1, places, shape.width()),
                        TrainingArray.of(shade, count, 1, 1, places),
                        TrainingArray.of(tokens, count, length),
                        TrainingArray.of(Positions.line(0, length, shape.width()), 1, length, shape.width()),
                        TrainingArray.of(causal(length), length, length),
                        TrainingArray.of(answers, (long) count * length)),
                count);
    }

    private static float[] causal(int length) {
        float[] mask = new float[length * length];
        for (int i = 0; i < length; i++) {
            Arrays.fill(mask, i * length + i + 1, (i + 1) * length, FAR_BELOW);
        }
        return mask;
    }

    private static void copy(CropScaling.Ink ink, float[] target, int at, int stride) {
        for (int y = 0; y < ink.height(); y++) {
            System.arraycopy(ink.values(), y * ink.width(), target, at + y * stride, ink.width());
        }
    }

    private static int up(int size, int stride) {
        return (size + stride - 1) / stride * stride;
    }
}
