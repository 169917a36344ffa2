package sigmark.app.analyze;

import sigmark.analysis.evaluation.EvaluationSample;

/**
 * One condition on samples, shown as a chip. Conditions on what a sample is (kind, split, tag) choose the slice that the
 * numbers are of; conditions on how it went (outcome, distance) only choose which samples are listed.
 *
 * @param value the kind's, split's or tag's word; an outcome's word; which reading is not exact; the bin of a distance; a
 *     text
 */
record SampleFacet(Field field, String value) {
    /** Bins of the histogram of edit distance: bin 0 holds exact samples only. */
    static final int BINS = 11;

    /** What a facet asks about. */
    enum Field {
        KIND(true),
        SPLIT(true),
        TAG(true),
        PAGE(true),
        OUTCOME(false),
        WRONG(false),
        INEXACT(false),
        DISTANCE(false),
        TEXT(false);

        private final boolean slice;

        Field(boolean slice) {
            this.slice = slice;
        }
    }

    /** Everything that went wrong: read wrong, missed, false. */
    static final SampleFacet WRONG = new SampleFacet(Field.WRONG, "");

    /** What the exact rate end to end lacks to 1. */
    static final SampleFacet INEXACT_END_TO_END = new SampleFacet(Field.INEXACT, "end-to-end");

    /** What the exact rate of the recognizer alone lacks to 1. */
    static final SampleFacet INEXACT_ON_TRUE_BOX = new SampleFacet(Field.INEXACT, "on-true-boxes");

    /** Whether the numbers follow it. */
    boolean isSlice() {
        return field.slice;
    }

    boolean matches(EvaluationSample sample) {
        return switch (field) {
            case KIND -> sample.kind().word().equals(value);
            case SPLIT -> sample.page().split().word().equals(value);
            case TAG -> sample.tags().contains(value);
            case PAGE -> sample.page().id().equals(value);
            case OUTCOME -> sample.outcome().word().equals(value);
            case WRONG -> !sample.right();
            case INEXACT ->
                (equals(INEXACT_ON_TRUE_BOX) ? sample.onTrueBox() : sample.endToEnd())
                        .filter(reading -> !reading.canonical().exact())
                        .isPresent();
            case DISTANCE ->
                sample.tokenDistance().isPresent()
                        && bin(sample.tokenDistance().getAsDouble()) == Integer.parseInt(value);
            case TEXT -> contains(sample);
        };
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
    static int bin(double distance) {
        return distance <= 0 ? 0 : Math.max(1, Math.min(BINS - 1, (int) Math.ceil(distance * 10 - 1e-9)));
    }
}
