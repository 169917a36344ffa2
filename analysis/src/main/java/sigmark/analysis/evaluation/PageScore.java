package sigmark.analysis.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import sigmark.labeling.project.Page;

/**
 * One page in numbers.
 *
 * @param formulas true regions
 * @param found boxes found
 * @param matched regions that a box matched at IoU 0.5
 * @param hits found and read right; the score is their F1
 * @param splits formulas found in pieces
 * @param merges formulas found together with others
 * @param loss by token distance
 */
public record PageScore(
        Page page,
        int formulas,
        int found,
        int matched,
        HitFigures hits,
        int splits,
        int merges,
        LossAttribution loss) {
    /** Scores a page's samples, at least one. */
    public static PageScore of(List<EvaluationSample> samples) {
        return new PageScore(
                samples.get(0).page(),
                count(samples, sample -> sample.truth().isPresent()),
                count(samples, sample -> sample.prediction().isPresent()),
                count(samples, sample -> sample.outcome() == SampleOutcome.MATCHED),
                HitFigures.exact(samples),
                count(samples, sample -> sample.grouping().role() == Grouping.Role.SPLIT),
                count(samples, sample -> sample.grouping().role() == Grouping.Role.MERGED),
                LossAttribution.of(samples, LossAttribution.DISTANCE));
    }

    /** All pages of an evaluation, the worst first; pages without a score last. */
    public static List<PageScore> worstFirst(Evaluation evaluation) {
        List<PageScore> scores = new ArrayList<>();
        evaluation.pages().forEach(page -> scores.add(of(page)));
        scores.sort(
                Comparator.comparingDouble((PageScore score) -> score.score().orElse(2))
                        .thenComparing(score -> score.page().name()));
        return scores;
    }

    /** F1 of formulas found and read right, 0 to 1; absent on a page without typed formulas and boxes. */
    public OptionalDouble score() {
        return hits.f1();
    }

    private static int count(List<EvaluationSample> samples, java.util.function.Predicate<EvaluationSample> condition) {
        return (int) samples.stream().filter(condition).count();
    }
}
