package sigmark.analysis.weakness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
        private String page = "";
        private long right;
        private long typed;
        private long found;
        private long regions;

        void add(EvaluationSample sample) {
            if (!sample.page().id().equals(page)) {
                pages.add(new double[2]);
                page = sample.page().id();
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
     * Every slice, in the order given.
     *
     * @param slices samples by the name of their slice, those of a page one after another: intervals draw whole pages
     */
    public static List<SliceFigures> of(Map<String, List<EvaluationSample>> slices) {
        List<SliceFigures> figures = new ArrayList<>();
        slices.forEach((name, samples) -> {
            Sums sums = new Sums();
            samples.forEach(sums::add);
            figures.add(sums.figures(name));
        });
        return figures;
    }
}
