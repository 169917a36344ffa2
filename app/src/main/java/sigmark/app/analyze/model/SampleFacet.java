package sigmark.app.analyze.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sigmark.analysis.errors.AlignedToken;
import sigmark.analysis.errors.ErrorClass;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.recognition.LatexSample;
import sigmark.labeling.slice.SliceQuery;

/**
 * One condition on samples, shown as a chip. Conditions on what a sample is (a query, kind, split, tag, slice) choose the
 * slice that the numbers are of; conditions on how it went (outcome, error, range) only choose which samples are listed.
 *
 * @param value what is asked for, in the words of the field
 */
public record SampleFacet(Field field, String value) {
    /** Bins of the histogram of edit distance: bin 0 holds exact samples only. */
    public static final int BINS = 11;

    /** What a facet asks about. */
    public enum Field {
        /** The kind's word. */
        KIND(true),
        SPLIT(true),
        TAG(true),
        /** A page's id. */
        PAGE(true),
        /** A query in the language that the Label workbench filters by. */
        QUERY(true),
        /** The name of a slice of {@link EvaluatedSamples#slices}. */
        SLICE(true),
        OUTCOME(false),
        WRONG(false),
        /** Which reading is not exact: {@code end-to-end}, {@code on-true-boxes}, or the first alone: {@code by-detection}. */
        INEXACT(false),
        /** The bin of a distance. */
        DISTANCE(false),
        /** The word of an error class. */
        ERROR(false),
        /** Two tokens joined by a blank: the true one, and what was read for it. */
        CONFUSION(false),
        /** A metric's word, the least and the highest value, joined by colons. */
        RANGE(false),
        /** Part of the page's name or of either text. */
        TEXT(false);

        private final boolean slice;

        Field(boolean slice) {
            this.slice = slice;
        }
    }

    /** Everything that went wrong: read wrong, missed, false. */
    public static final SampleFacet WRONG = new SampleFacet(Field.WRONG, "");

    /** What the exact rate end to end lacks to 1. */
    public static final SampleFacet INEXACT_END_TO_END = new SampleFacet(Field.INEXACT, "end-to-end");

    /** What the exact rate of the recognizer alone lacks to 1. */
    public static final SampleFacet INEXACT_ON_TRUE_BOX = new SampleFacet(Field.INEXACT, "on-true-boxes");

    /** Right on the true box, not end to end: what detection loses. */
    public static final SampleFacet LOST_BY_DETECTION = new SampleFacet(Field.INEXACT, "by-detection");

    /** Samples whose figure lies in a range, both ends included. */
    public static SampleFacet range(SampleMetric metric, double from, double to) {
        return new SampleFacet(Field.RANGE, metric.word() + ":" + from + ":" + to);
    }

    public static SampleFacet error(ErrorClass error) {
        return new SampleFacet(Field.ERROR, error.word());
    }

    public static SampleFacet confusion(String truth, String prediction) {
        return new SampleFacet(Field.CONFUSION, truth + " " + prediction);
    }

    /** Whether the numbers follow it. */
    public boolean isSlice() {
        return field.slice;
    }

    /** Whether another condition of the same field may stand beside it. */
    boolean replaces(SampleFacet other) {
        if (field != other.field) {
            return false;
        }
        return switch (field) {
            case QUERY, SLICE, TAG, TEXT -> equals(other);
            case RANGE -> metric() == other.metric();
            default -> true;
        };
    }

    /** The metric of a range. */
    public SampleMetric metric() {
        return SampleMetric.ofWord(value.substring(0, value.indexOf(':')));
    }

    /** The ends of a range. */
    public double[] ends() {
        String[] parts = value.split(":", -1);
        return new double[] {Double.parseDouble(parts[1]), Double.parseDouble(parts[2])};
    }

    /** The condition ready to be asked of many samples. */
    Predicate<EvaluationSample> in(EvaluatedSamples samples) {
        return switch (field) {
            case RANGE -> ranged();
            case QUERY -> queried(SliceQuery.parse(value));
            case SLICE -> sliced(samples);
            case ERROR -> erring(samples);
            case CONFUSION -> confused(samples);
            default -> this::matches;
        };
    }

    private Predicate<EvaluationSample> sliced(EvaluatedSamples samples) {
        Set<String> inside = samples.slices().getOrDefault(value, List.of()).stream()
                .map(EvaluationSample::id)
                .collect(Collectors.toSet());
        return sample -> inside.contains(sample.id());
    }

    private Predicate<EvaluationSample> ranged() {
        SampleMetric metric = metric();
        double[] ends = ends();
        return sample -> {
            OptionalDouble measured = metric.of(sample);
            return measured.isPresent() && measured.getAsDouble() >= ends[0] && measured.getAsDouble() <= ends[1];
        };
    }

    private static Predicate<EvaluationSample> queried(SliceQuery query) {
        return sample -> sample.truth()
                .or(() -> Optional.of(FoundRegion.of(sample)))
                .filter(region -> query.matches(sample.page(), region))
                .isPresent();
    }

    private Predicate<EvaluationSample> erring(EvaluatedSamples samples) {
        ErrorClass error = ErrorClass.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
        return sample -> samples.errors(sample)
                .filter(found -> found.errors().containsKey(error))
                .isPresent();
    }

    private Predicate<EvaluationSample> confused(EvaluatedSamples samples) {
        int blank = value.indexOf(' ', 1);
        AlignedToken pair = new AlignedToken(value.substring(0, blank), value.substring(blank + 1));
        return sample -> samples.errors(sample)
                .filter(found -> found.confusions().contains(pair))
                .isPresent();
    }

    /** Whether a sample has it; only of conditions that need nothing but the sample. */
    public boolean matches(EvaluationSample sample) {
        return switch (field) {
            case KIND -> sample.kind().word().equals(value);
            case SPLIT -> sample.page().split().word().equals(value);
            case TAG -> sample.tags().contains(value);
            case PAGE -> sample.page().id().equals(value);
            case OUTCOME -> sample.outcome().word().equals(value);
            case WRONG -> !sample.right();
            case INEXACT -> inexact(sample);
            case DISTANCE ->
                sample.tokenDistance().isPresent()
                        && bin(sample.tokenDistance().getAsDouble()) == Integer.parseInt(value);
            case TEXT -> contains(sample);
            default -> throw new IllegalStateException("not asked of single samples: " + field);
        };
    }

    private boolean inexact(EvaluationSample sample) {
        boolean alone = wrong(sample.onTrueBox());
        boolean found = wrong(sample.endToEnd());
        return equals(LOST_BY_DETECTION)
                ? sample.onTrueBox().isPresent() && !alone && found
                : equals(INEXACT_ON_TRUE_BOX) ? alone : found;
    }

    private static boolean wrong(Optional<LatexSample> reading) {
        return reading.filter(read -> !read.canonical().exact()).isPresent();
    }

    private boolean contains(EvaluationSample sample) {
        return sample.page().name().contains(value)
                || sample.truth()
                        .flatMap(region -> region.latex())
                        .filter(latex -> latex.contains(value))
                        .isPresent()
                || sample.prediction()
                        .filter(found -> found.reading().latex().contains(value))
                        .isPresent();
    }

    /** Bin 0 is distance 0; bin k ≥ 1 holds distances above (k−1)/10 up to k/10. */
    public static int bin(double distance) {
        return distance <= 0 ? 0 : Math.max(1, Math.min(BINS - 1, (int) Math.ceil(distance * 10 - 1e-9)));
    }
}
