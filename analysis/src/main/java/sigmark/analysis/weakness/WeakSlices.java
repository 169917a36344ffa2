package sigmark.analysis.weakness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.quality.QualitySurvey;
import sigmark.analysis.statistics.Multiplicity;
import sigmark.analysis.statistics.Proportion;

/**
 * Finds slices ({@link SampleSlices}) whose formulas are right less often than the others'. Many
 * slices are looked at, so p values are corrected by Holm's method.
 */
public final class WeakSlices {
    private static final int SMALLEST = 10;
    private static final double ALPHA = 0.05;

    private WeakSlices() {}

    /** As below, without measured pictures. */
    public static List<WeakSlice> find(Evaluation evaluation) {
        return find(evaluation, QualitySurvey.NONE);
    }

    /** Slices of at least ten formulas that do significantly worse, the worst first. */
    public static List<WeakSlice> find(Evaluation evaluation, QualitySurvey survey) {
        List<EvaluationSample> samples = evaluation.samples().stream()
                .filter(sample -> sample.endToEnd().isPresent())
                .toList();
        Map<String, List<EvaluationSample>> slices = new TreeMap<>(SampleSlices.of(samples, survey));
        slices.values().removeIf(slice -> slice.size() < SMALLEST || slice.size() == samples.size());
        int right = right(samples);
        List<WeakSlice> tested = new ArrayList<>();
        slices.forEach((name, slice) -> tested.add(test(name, slice, samples.size(), right)));
        double[] adjusted =
                Multiplicity.holm(tested.stream().mapToDouble(WeakSlice::p).toArray());
        List<WeakSlice> weak = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            WeakSlice one = tested.get(i);
            if (adjusted[i] <= ALPHA) {
                weak.add(new WeakSlice(one.name(), one.inside(), one.outside(), one.p(), adjusted[i], one.samples()));
            }
        }
        weak.sort(Comparator.comparingDouble(WeakSlice::adjustedP).thenComparing(WeakSlice::name));
        return weak;
    }

    private static WeakSlice test(String name, List<EvaluationSample> slice, int all, int right) {
        int inside = right(slice);
        double p = HypergeometricDistribution.of(all, right, slice.size()).cumulativeProbability(inside);
        return new WeakSlice(
                name,
                new Proportion(inside, slice.size()),
                new Proportion(right - inside, all - slice.size()),
                Math.min(1, p),
                1,
                slice.stream().filter(sample -> !sample.right()).toList());
    }

    private static int right(List<EvaluationSample> samples) {
        return (int) samples.stream().filter(EvaluationSample::right).count();
    }
}
