package sigmark.app.analyze.model;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sigmark.analysis.compare.RunComparison;
import sigmark.analysis.compare.SliceComparison;
import sigmark.analysis.compare.SliceComparisons;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.quality.QualitySurvey;

/**
 * A candidate's run beside another, on the formulas that both took.
 *
 * @param tests the candidate is the first
 * @param slices the largest losses of the candidate first
 */
public record Comparison(
        Evaluation candidate, Evaluation other, RunComparison tests, PairLists lists, List<SliceComparison> slices) {
    public Comparison {
        slices = List.copyOf(slices);
    }

    static Comparison of(EvaluatedSamples candidate, EvaluatedSamples other, List<SampleFacet> conditions) {
        List<SampleFacet> slicing =
                conditions.stream().filter(SampleFacet::isSlice).toList();
        Predicate<EvaluationSample> slice = slicing.isEmpty() ? sample -> true : inside(candidate, slicing);
        RunComparison tests = RunComparison.of(candidate.evaluation(), other.evaluation(), slice);
        List<SliceComparison> slices =
                SliceComparisons.of(candidate.evaluation(), other.evaluation(), QualitySurvey.NONE).stream()
                        .sorted(java.util.Comparator.comparingDouble((SliceComparison one) ->
                                one.comparison().exact().difference().orElse(0)))
                        .toList();
        return new Comparison(candidate.evaluation(), other.evaluation(), tests, PairLists.of(tests), slices);
    }

    private static Predicate<EvaluationSample> inside(EvaluatedSamples candidate, List<SampleFacet> slicing) {
        Set<String> ids =
                candidate.chosen(slicing).stream().map(EvaluationSample::id).collect(Collectors.toSet());
        return sample -> ids.contains(sample.id());
    }
}
