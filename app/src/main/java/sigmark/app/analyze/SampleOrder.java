package sigmark.app.analyze;

import java.util.Comparator;
import sigmark.analysis.evaluation.EvaluationSample;

/** What samples can be sorted by; each starts with the end that one looks at first. */
enum SampleOrder {
    /** Largest token edit distance first; missed and false boxes count as 1. */
    WORST(Comparator.comparingDouble(
                    (EvaluationSample sample) -> -sample.tokenDistance().orElse(sample.right() ? 0 : 1))
            .thenComparing(Comparator.comparingInt((EvaluationSample sample) ->
                    -sample.endToEnd().map(s -> s.canonical().errors()).orElse(0)))),
    LEAST_SURE(Comparator.comparingDouble(sample -> sample.latexScore().orElse(2))),
    LEAST_OVERLAP(Comparator.comparingDouble(EvaluationSample::iou)),
    SLOWEST_PAGE(Comparator.comparingLong(sample -> -sample.pageTimes().total())),
    LONGEST(Comparator.comparingInt(
            sample -> -sample.endToEnd().map(s -> s.canonical().truthTokens()).orElse(0))),
    PAGE(Comparator.comparingInt((EvaluationSample sample) -> sample.page().order())
            .thenComparingDouble(sample -> sample.box().top())
            .thenComparingDouble(sample -> sample.box().left()));

    private final Comparator<EvaluationSample> comparator;

    SampleOrder(Comparator<EvaluationSample> comparator) {
        this.comparator = comparator;
    }

    /** Ties by page and place, so that the list never jumps. */
    Comparator<EvaluationSample> comparator() {
        return this == PAGE ? comparator : comparator.thenComparing(PAGE.comparator);
    }

    String key() {
        return "analyze.order." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
