package sigmark.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.statistics.Bootstrap;
import sigmark.analysis.statistics.BootstrapResult;
import sigmark.analysis.statistics.McNemar;
import sigmark.analysis.statistics.SignFlip;

/**
 * Two runs compared on the formulas that both took, end to end.
 *
 * @param wins the first is nearer to the truth (canonical token distance)
 * @param losses the second is nearer
 * @param ties equally near
 * @param onlyOne formulas with typed LaTeX that only one of the runs took; they are not compared
 * @param exact exact match, tested by McNemar on single formulas
 * @param distance mean difference of the distances, first minus second: sign flips of whole pages
 * @param bootstrap the same mean with its interval, drawing whole pages
 */
public record RunComparison(
        List<SamplePair> wins,
        List<SamplePair> losses,
        List<SamplePair> ties,
        int onlyOne,
        McNemar exact,
        Optional<SignFlip> distance,
        Optional<BootstrapResult> bootstrap) {
    public RunComparison {
        wins = List.copyOf(wins);
        losses = List.copyOf(losses);
        ties = List.copyOf(ties);
    }

    /** Compares all formulas. */
    public static RunComparison of(Evaluation first, Evaluation second) {
        return of(first, second, sample -> true);
    }

    /** Compares the formulas of a slice. */
    public static RunComparison of(Evaluation first, Evaluation second, Predicate<EvaluationSample> slice) {
        Map<String, EvaluationSample> left = byRegion(first, slice);
        Map<String, EvaluationSample> right = byRegion(second, slice);
        List<SamplePair> pairs = new ArrayList<>();
        left.forEach((id, sample) -> {
            EvaluationSample other = right.get(id);
            if (other != null) {
                pairs.add(new SamplePair(sample, other));
            }
        });
        int onlyOne = left.size() + right.size() - 2 * pairs.size();
        Map<String, double[]> pages = new LinkedHashMap<>();
        int onlyFirst = 0;
        int onlySecond = 0;
        for (SamplePair pair : pairs) {
            double[] page = pages.computeIfAbsent(pair.first().page().id(), id -> new double[2]);
            page[0] += pair.difference();
            page[1]++;
            onlyFirst += pair.first().right() && !pair.second().right() ? 1 : 0;
            onlySecond += pair.second().right() && !pair.first().right() ? 1 : 0;
        }
        double[] differences =
                pages.values().stream().mapToDouble(page -> page[0]).toArray();
        double[] counts = pages.values().stream().mapToDouble(page -> page[1]).toArray();
        return new RunComparison(
                pairs.stream().filter(pair -> pair.difference() < 0).toList(),
                pairs.stream().filter(pair -> pair.difference() > 0).toList(),
                pairs.stream().filter(pair -> pair.difference() == 0).toList(),
                onlyOne,
                new McNemar(onlyFirst, onlySecond, pairs.size()),
                SignFlip.test(differences),
                Bootstrap.standard().ratio(differences, counts));
    }

    private static Map<String, EvaluationSample> byRegion(Evaluation evaluation, Predicate<EvaluationSample> slice) {
        Map<String, EvaluationSample> samples = new LinkedHashMap<>();
        for (EvaluationSample sample : evaluation.samples()) {
            if (sample.endToEnd().isPresent() && slice.test(sample)) {
                samples.put(sample.id(), sample);
            }
        }
        return samples;
    }
}
