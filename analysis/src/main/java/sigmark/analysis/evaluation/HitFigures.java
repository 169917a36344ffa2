package sigmark.analysis.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import sigmark.analysis.statistics.Proportion;

/**
 * Formulas found (IoU 0.5) and read right, in one of several meanings of right.
 *
 * @param recall of all regions with typed LaTeX
 * @param precision of all found boxes; boxes on regions without typed LaTeX are left out
 * @param f1 2·hits / (such regions + such boxes); absent when there is neither
 */
public record HitFigures(Proportion recall, Proportion precision, OptionalDouble f1) {
    /** Counts hits. {@code right} is asked for found regions with typed LaTeX only. */
    public static HitFigures of(List<EvaluationSample> samples, Predicate<EvaluationSample> right) {
        long hits = 0;
        long regions = 0;
        long boxes = 0;
        for (EvaluationSample sample : samples) {
            boolean typed = sample.endToEnd().isPresent();
            boolean untyped = sample.truth().isPresent() && !typed;
            hits += typed && sample.outcome() == SampleOutcome.MATCHED && right.test(sample) ? 1 : 0;
            regions += typed ? 1 : 0;
            boxes += sample.prediction().isPresent() && !untyped ? 1 : 0;
        }
        return new HitFigures(
                new Proportion(hits, regions),
                new Proportion(hits, boxes),
                regions + boxes == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * hits / (regions + boxes)));
    }

    /** Right when the canonical tokens are equal. */
    public static HitFigures exact(List<EvaluationSample> samples) {
        return of(samples, EvaluationSample::right);
    }

    /** Right when character detection matching finds every character in its place. */
    public static HitFigures whole(List<EvaluationSample> samples) {
        return of(samples, sample -> sample.endToEnd()
                .flatMap(read -> read.cdm())
                .map(cdm -> cdm.f1() == 1)
                .orElse(false));
    }

    /** Right when the canonical token distance is not above a bound, 0 to 1. */
    public static HitFigures near(List<EvaluationSample> samples, double bound) {
        return of(samples, sample -> sample.tokenDistance().orElse(1) <= bound);
    }
}
