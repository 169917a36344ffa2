package sigmark.analysis.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.quality.QualitySurvey;
import sigmark.analysis.statistics.Multiplicity;
import sigmark.analysis.weakness.SampleSlices;

/** Compares two runs slice by slice. */
public final class SliceComparisons {
    private static final int SMALLEST = 10;

    private SliceComparisons() {}

    /** Slices of at least ten common formulas, in the order of their names. */
    public static List<SliceComparison> of(Evaluation first, Evaluation second, QualitySurvey survey) {
        Set<String> common = ids(first.samples());
        common.retainAll(ids(second.samples()));
        List<EvaluationSample> samples = first.samples().stream()
                .filter(sample -> common.contains(sample.id()))
                .toList();
        List<String> names = new ArrayList<>();
        List<RunComparison> comparisons = new ArrayList<>();
        for (Map.Entry<String, List<EvaluationSample>> slice :
                SampleSlices.of(samples, survey).entrySet()) {
            if (slice.getValue().size() >= SMALLEST) {
                Set<String> inside = ids(slice.getValue());
                names.add(slice.getKey());
                comparisons.add(RunComparison.of(first, second, sample -> inside.contains(sample.id())));
            }
        }
        double[] adjusted = Multiplicity.holm(comparisons.stream()
                .mapToDouble(one -> one.exact().exactP().orElse(1))
                .toArray());
        List<SliceComparison> slices = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            slices.add(new SliceComparison(names.get(i), comparisons.get(i), adjusted[i]));
        }
        return slices;
    }

    private static Set<String> ids(List<EvaluationSample> samples) {
        return samples.stream()
                .filter(sample -> sample.endToEnd().isPresent())
                .map(EvaluationSample::id)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
