package sigmark.analysis.recognition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import sigmark.analysis.statistics.Bootstrap;
import sigmark.analysis.statistics.BootstrapResult;
import sigmark.analysis.statistics.Interval;

/**
 * The three averages of normalized edit distance that are in use. All absent without samples.
 *
 * @param sampleMean mean of the samples' distances (UniMERNet "edit", OmniDocBench {@code edit_sample_avg}): the default
 * @param pooled errors of all over the longer lengths of all (im2markup prints 1 minus this; OmniDocBench
 *     {@code edit_whole})
 * @param pageMean mean over pages of each page's pooled distance (OmniDocBench {@code ALL_page_avg})
 * @param interval of the sample mean at 95 %, by bootstrap over pages
 */
public record EditAverages(
        OptionalDouble sampleMean, OptionalDouble pooled, OptionalDouble pageMean, Optional<Interval> interval) {

    /** Averages samples that stand in groups, one a page. */
    static <T> EditAverages of(List<List<T>> pages, ToIntFunction<T> errors, ToIntFunction<T> longer) {
        int n = pages.size();
        double[] distances = new double[n];
        double[] counts = new double[n];
        long allErrors = 0;
        long allLonger = 0;
        double pageSum = 0;
        long samples = 0;
        int filled = 0;
        for (int p = 0; p < n; p++) {
            long pageErrors = 0;
            long pageLonger = 0;
            for (T sample : pages.get(p)) {
                int e = errors.applyAsInt(sample);
                int l = longer.applyAsInt(sample);
                distances[p] += l == 0 ? 0 : (double) e / l;
                pageErrors += e;
                pageLonger += l;
            }
            counts[p] = pages.get(p).size();
            samples += pages.get(p).size();
            if (counts[p] > 0) {
                pageSum += pageLonger == 0 ? 0 : (double) pageErrors / pageLonger;
                filled++;
            }
            allErrors += pageErrors;
            allLonger += pageLonger;
        }
        if (samples == 0) {
            return new EditAverages(
                    OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
        }
        Optional<BootstrapResult> bootstrap = Bootstrap.standard().ratio(distances, counts);
        return new EditAverages(
                bootstrap.map(BootstrapResult::estimate).map(OptionalDouble::of).orElseThrow(),
                OptionalDouble.of(allLonger == 0 ? 0 : (double) allErrors / allLonger),
                OptionalDouble.of(pageSum / filled),
                bootstrap.map(BootstrapResult::percentile));
    }
}
