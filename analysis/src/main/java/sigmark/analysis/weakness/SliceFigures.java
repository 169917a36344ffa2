package sigmark.analysis.weakness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.statistics.Bootstrap;
import sigmark.analysis.statistics.BootstrapResult;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;

/**
 * The numbers of one slice in a list of slices.
 *
 * @param name such as {@code kind:display}
 * @param right formulas found and read right, of those with typed LaTeX
 * @param found regions that a found box took, of all regions
 * @param edit mean canonical token distance of formulas with typed LaTeX; absent without any
 * @param editInterval of that mean at 95 %, by bootstrap over pages
 */
public record SliceFigures(
        String name, Proportion right, Proportion found, OptionalDouble edit, Optional<Interval> editInterval) {

    /** Sums over pages, columns first: what the bootstrap draws from. */
    private static final class Sums {
        private final List<double[]> pages = new ArrayList<>();
        private int page = -1;
        private long right;
        private long typed;
        private long found;
        private long regions;

        void add(int at, EvaluationSample sample) {
            if (at != page) {
                pages.add(new double[2]);
                page = at;
            }
            regions += sample.truth().isPresent() ? 1 : 0;
            found += sample.outcome() == SampleOutcome.MATCHED ? 1 : 0;
            if (sample.tokenDistance().isPresent()) {
                typed++;
                right += sample.right() ? 1 : 0;
                pages.get(pages.size() - 1)[0] += sample.tokenDistance().getAsDouble();
                pages.get(pages.size() - 1)[1]++;
            }
        }

        SliceFigures figures(String name) {
            Optional<BootstrapResult> edit = Bootstrap.standard()
                    .ratio(
                            pages.stream().mapToDouble(sums -> sums[0]).toArray(),
                            pages.stream().mapToDouble(sums -> sums[1]).toArray());
            return new SliceFigures(
                    name,
                    new Proportion(right, typed),
                    new Proportion(found, regions),
                    edit.map(result -> OptionalDouble.of(result.estimate())).orElse(OptionalDouble.empty()),
                    edit.map(BootstrapResult::percentile));
        }
    }

    /**
     * Every slice that occurs, by name.
     *
     * @param pages samples grouped by page: intervals draw whole pages
     * @param names the slices that a sample belongs to
     */
    public static List<SliceFigures> of(
            List<List<EvaluationSample>> pages, Function<EvaluationSample, List<String>> names) {
        Map<String, Sums> slices = new TreeMap<>();
        for (int p = 0; p < pages.size(); p++) {
            for (EvaluationSample sample : pages.get(p)) {
                for (String name : names.apply(sample)) {
                    slices.computeIfAbsent(name, key -> new Sums()).add(p, sample);
                }
            }
        }
        List<SliceFigures> figures = new ArrayList<>();
        slices.forEach((name, sums) -> figures.add(sums.figures(name)));
        return figures;
    }
}
