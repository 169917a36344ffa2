package sigmark.analysis.recognition;

import java.util.ArrayList;
import java.util.List;

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
                FormSummary.of(pages, LatexSample::asGiven, LatexSample::bleuAsGiven),
                FormSummary.of(pages, LatexSample::canonical, LatexSample::bleuCanonical),
                CdmSummary.of(pages));
    }
}
