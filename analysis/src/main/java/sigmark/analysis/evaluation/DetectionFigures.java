package sigmark.analysis.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Bootstrap;
import sigmark.analysis.statistics.BootstrapResult;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;

/**
 * Boxes found and missed at IoU 0.5, counted over all pages (micro).
 *
 * @param precision matched of found boxes
 * @param recall matched of true boxes
 * @param f1 harmonic mean, 2·matched / (found + true); 0 when that is 0/0 only because nothing was there, then absent
 * @param f1Interval 95 %, by bootstrap over pages
 */
public record DetectionFigures(
        Proportion precision, Proportion recall, OptionalDouble f1, Optional<Interval> f1Interval) {
    static DetectionFigures of(List<List<EvaluationSample>> pages) {
        double[] twiceMatched = new double[pages.size()];
        double[] foundAndTrue = new double[pages.size()];
        long matched = 0;
        long found = 0;
        long truths = 0;
        for (int p = 0; p < pages.size(); p++) {
            for (EvaluationSample sample : pages.get(p)) {
                boolean hit = sample.outcome() == SampleOutcome.MATCHED;
                int sides = (sample.truth().isPresent() ? 1 : 0)
                        + (sample.prediction().isPresent() ? 1 : 0);
                matched += hit ? 1 : 0;
                found += sample.prediction().isPresent() ? 1 : 0;
                truths += sample.truth().isPresent() ? 1 : 0;
                twiceMatched[p] += hit ? 2 : 0;
                foundAndTrue[p] += sides;
            }
        }
        Optional<BootstrapResult> bootstrap =
                found + truths == 0 ? Optional.empty() : Bootstrap.standard().ratio(twiceMatched, foundAndTrue);
        return new DetectionFigures(
                new Proportion(matched, found),
                new Proportion(matched, truths),
                found + truths == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * matched / (found + truths)),
                bootstrap.map(BootstrapResult::percentile));
    }
}
