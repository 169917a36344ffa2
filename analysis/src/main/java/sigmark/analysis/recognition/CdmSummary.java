package sigmark.analysis.recognition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import sigmark.analysis.recognition.cdm.CdmRates;
import sigmark.analysis.statistics.Bootstrap;
import sigmark.analysis.statistics.BootstrapResult;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;

/**
 * Character detection matching of all samples whose truth can be laid out; means over samples, absent without any.
 *
 * @param f1Interval of the mean F1 at 95 %, by bootstrap over pages
 * @param whole share of samples with F1 = 1 (ExpRate@CDM)
 * @param leftOut samples whose truth cannot be laid out
 */
public record CdmSummary(
        OptionalDouble f1,
        Optional<Interval> f1Interval,
        OptionalDouble precision,
        OptionalDouble recall,
        Proportion whole,
        int leftOut) {

    /** Averages samples that stand in groups, one a page. */
    static CdmSummary of(List<List<LatexSample>> pages) {
        double[] sums = new double[pages.size()];
        double[] counts = new double[pages.size()];
        for (int p = 0; p < sums.length; p++) {
            List<CdmRates> rates = rates(pages.get(p));
            sums[p] = rates.stream().mapToDouble(CdmRates::f1).sum();
            counts[p] = rates.size();
        }
        List<LatexSample> samples = pages.stream().flatMap(List::stream).toList();
        List<CdmRates> rates = rates(samples);
        return new CdmSummary(
                mean(rates, CdmRates::f1),
                Bootstrap.standard().ratio(sums, counts).map(BootstrapResult::percentile),
                mean(rates, CdmRates::precision),
                mean(rates, CdmRates::recall),
                new Proportion(rates.stream().filter(rate -> rate.f1() == 1).count(), rates.size()),
                samples.size() - rates.size());
    }

    /** Samples that the means are of. */
    public int samples() {
        return (int) whole.n();
    }

    private static List<CdmRates> rates(List<LatexSample> samples) {
        return samples.stream().flatMap(sample -> sample.cdm().stream()).toList();
    }

    private static OptionalDouble mean(List<CdmRates> rates, ToDoubleFunction<CdmRates> value) {
        return rates.stream().mapToDouble(value).average();
    }
}
