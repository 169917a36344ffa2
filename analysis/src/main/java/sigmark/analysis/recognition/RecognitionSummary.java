package sigmark.analysis.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sigmark.analysis.statistics.Proportion;

/**
 * All samples together.
 *
 * @param count samples, failed ones included
 * @param failed samples without a prediction
 * @param characters normalized edit distance in code points of the texts as given
 * @param asGiven on LaTeX tokens of the texts as given
 * @param canonical on canonical tokens
 * @param cdm character detection matching
 */
public record RecognitionSummary(
        int count, int failed, EditAverages characters, FormSummary asGiven, FormSummary canonical, CdmSummary cdm) {

    /** Each sample is taken as independent of the others. */
    public static RecognitionSummary of(List<LatexSample> samples) {
        return ofPages(samples.stream().map(List::of).toList());
    }

    /** Samples in groups that belong together, one a page: intervals then draw whole pages. */
    public static RecognitionSummary ofPages(List<List<LatexSample>> pages) {
        List<LatexSample> samples = new ArrayList<>();
        pages.forEach(samples::addAll);
        int failed = (int) samples.stream().filter(LatexSample::failed).count();
        return new RecognitionSummary(
                samples.size(),
                failed,
                EditAverages.of(pages, LatexSample::characterErrors, LatexSample::longerCharacters),
                form(pages, samples, LatexSample::asGiven, LatexSample::bleuAsGiven),
                form(pages, samples, LatexSample::canonical, LatexSample::bleuCanonical),
                CdmSummary.of(pages));
    }

    private static FormSummary form(
            List<List<LatexSample>> pages,
            List<LatexSample> samples,
            Function<LatexSample, TokenScore> score,
            Function<LatexSample, BleuCounts> bleu) {
        long[] within = new long[3];
        BleuCounts.Sum counts = new BleuCounts.Sum();
        for (LatexSample sample : samples) {
            int errors = score.apply(sample).errors();
            for (int k = errors; k < within.length; k++) {
                within[k]++;
            }
            counts.add(bleu.apply(sample));
        }
        List<Proportion> expRate = new ArrayList<>();
        for (long k : within) {
            expRate.add(new Proportion(k, samples.size()));
        }
        EditAverages edit = EditAverages.of(
                pages, s -> score.apply(s).errors(), s -> score.apply(s).longer());
        return new FormSummary(edit, expRate, counts.total().corpus());
    }
}
