package sigmark.app.analyze.model;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.recognition.LatexSample;
import sigmark.analysis.recognition.cdm.CdmRates;

/** A figure that each sample has or lacks, and which end of it one looks at first. */
public enum SampleMetric {
    /** Canonical token distance end to end; missed and false boxes count as 1. */
    EDIT(
            sample -> sample.tokenDistance().isPresent()
                    ? sample.tokenDistance()
                    : OptionalDouble.of(sample.right() ? 0 : 1),
            true,
            2),
    ERRORS(ofReading(reading -> reading.canonical().errors()), true, 0),
    CHARACTERS(ofReading(LatexSample::characterDistance), true, 2),
    GIVEN(ofReading(reading -> reading.asGiven().distance()), true, 2),
    CDM(sample -> optional(sample.endToEnd().flatMap(LatexSample::cdm).map(CdmRates::f1)), false, 3),
    STRUCTURE(ofReading(reading -> reading.structure().size()), true, 0),
    BLEU(ofReading(reading -> reading.bleuCanonical().smoothedSentence()), false, 3),
    ALONE(
            sample -> optional(
                    sample.onTrueBox().map(reading -> reading.canonical().distance())),
            true,
            2),
    SCORE(EvaluationSample::latexScore, false, 2),
    BOX_SCORE(
            sample ->
                    optional(sample.prediction().map(found -> found.detection().score())),
            false,
            2),
    IOU(
            sample -> sample.outcome() == SampleOutcome.MATCHED
                    ? OptionalDouble.of(sample.iou())
                    : OptionalDouble.empty(),
            false,
            2),
    LENGTH(ofReading(reading -> reading.canonical().truthTokens()), true, 0),
    TIME(sample -> OptionalDouble.of(sample.pageTimes().total() / 1e6), true, 0),
    DECODE(sample -> OptionalDouble.of(sample.pageTimes().decode() / 1e6), true, 0),
    DETECT(sample -> OptionalDouble.of(sample.pageTimes().detect() / 1e6), true, 0),
    CROP(sample -> OptionalDouble.of(sample.pageTimes().crop() / 1e6), true, 0),
    CLASSIFY(sample -> OptionalDouble.of(sample.pageTimes().classify() / 1e6), true, 0),
    RECOGNIZE(sample -> OptionalDouble.of(sample.pageTimes().recognize() / 1e6), true, 0);

    private final Function<EvaluationSample, OptionalDouble> value;
    private final boolean worstIsHigh;
    private final int decimals;

    SampleMetric(Function<EvaluationSample, OptionalDouble> value, boolean worstIsHigh, int decimals) {
        this.value = value;
        this.worstIsHigh = worstIsHigh;
        this.decimals = decimals;
    }

    /** The figure; absent where there is nothing to measure. */
    public OptionalDouble of(EvaluationSample sample) {
        return value.apply(sample);
    }

    /** Whether high values are the ones to look at first. */
    public boolean worstIsHigh() {
        return worstIsHigh;
    }

    /** Decimals that it is shown with. */
    public int decimals() {
        return decimals;
    }

    /** The word in message keys and facets: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The metric of that word. */
    public static SampleMetric ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Function<EvaluationSample, OptionalDouble> ofReading(ToDoubleFunction<LatexSample> figure) {
        return sample -> sample.endToEnd().isPresent()
                ? OptionalDouble.of(figure.applyAsDouble(sample.endToEnd().get()))
                : OptionalDouble.empty();
    }

    private static OptionalDouble optional(java.util.Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }
}
