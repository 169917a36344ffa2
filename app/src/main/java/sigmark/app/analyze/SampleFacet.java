package sigmark.app.analyze;

import sigmark.analysis.evaluation.EvaluationSample;

/**
 * One condition on samples, shown as a chip. Conditions on what a sample is (kind, split, tag) choose the slice that the
 * numbers are of; conditions on how it went (outcome, distance) only choose which samples are listed.
 *
 * @param value the kind's, split's or tag's word; an outcome's word; the bin of a distance; a text
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
        DISTANCE(false),
        TEXT(false);

        private final boolean slice;

        Field(boolean slice) {
            this.slice = slice;
        }
    }

    static final SampleFacet WRONG = new SampleFacet(Field.WRONG, "");

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
