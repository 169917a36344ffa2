package sigmark.analysis.recognition;

import java.util.ArrayList;
import java.util.List;
import sigmark.analysis.recognition.form.NormalForm;
import sigmark.inference.work.Progress;

/**
 * Pairs compared in a form that papers use, so that a number can stand beside theirs.
 *
 * @param summary its tokens are the form's units
 */
public record NormalFormScore(NormalForm form, FormSummary summary, List<Sample> samples) {
    public NormalFormScore {
        samples = List.copyOf(samples);
    }

    /**
     * One pair in the form.
     *
     * @param truth in the form
     * @param prediction in the form; of a missing one, empty
     */
    public record Sample(String truth, String prediction, TokenScore score, BleuCounts bleu) {}

    /** Compares pairs until done or cancelled; what was done so far is summed up. */
    public static NormalFormScore of(NormalForm form, List<LatexPair> pairs, Progress progress) {
        List<Sample> samples = new ArrayList<>(pairs.size());
        for (LatexPair pair : pairs) {
            if (progress.cancelled()) {
                break;
            }
            samples.add(sample(form, pair));
            progress.update(samples.size(), pairs.size(), "");
        }
        List<List<Sample>> alone = samples.stream().map(List::of).toList();
        return new NormalFormScore(form, FormSummary.of(alone, Sample::score, Sample::bleu), samples);
    }

    private static Sample sample(NormalForm form, LatexPair pair) {
        String truth = form.text(pair.truth());
        String found = pair.prediction().map(form::text).orElse("");
        return new Sample(
                truth,
                found,
                TokenScore.of(form.units(truth), form.units(found)),
                BleuCounts.of(form.words(truth), form.words(found)));
    }
}
