package sigmark.analysis.recognition;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;

/**
 * Readings scored against truth, in all and one by one.
 *
 * @param leftOut records that could not be paired: predictions without a truth, ids given twice
 */
public record LatexScore(RecognitionSummary summary, List<LatexSample> samples, List<LeftOut> leftOut) {
    static final String NOT_LAID_OUT = "score.truth-not-laid-out";

    public LatexScore {
        samples = List.copyOf(samples);
        leftOut = List.copyOf(leftOut);
    }

    /** The samples that CDM leaves out, since their truth cannot be laid out. */
    public List<LeftOut> notLaidOut() {
        return samples.stream()
                .filter(sample -> sample.cdm().isEmpty())
                .map(sample -> new LeftOut(sample.id().text(), Problem.of(NOT_LAID_OUT, sample.truth())))
                .toList();
    }

    /** Scores all pairs. */
    public static LatexScore score(List<LatexPair> pairs) {
        return score(pairs, List.of(), Progress.SILENT);
    }

    /** Scores pairs until done or cancelled; what was done so far is summed up. */
    public static LatexScore score(List<LatexPair> pairs, List<LeftOut> leftOut, Progress progress) {
        List<LatexSample> samples = new ArrayList<>(pairs.size());
        for (LatexPair pair : pairs) {
            if (progress.cancelled()) {
                break;
            }
            samples.add(LatexSample.of(pair));
            progress.update(samples.size(), pairs.size(), "");
        }
        return new LatexScore(RecognitionSummary.of(samples), samples, leftOut);
    }
}
