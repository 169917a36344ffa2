package sigmark.app.analyze.part;

import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.app.base.words.Words;

/** What became of a sample, in one word. */
public final class OutcomeWord {
    private OutcomeWord() {}

    public static String of(Words words, EvaluationSample sample) {
        String word = sample.outcome() == SampleOutcome.MATCHED
                ? sample.right() ? "right" : "read-wrong"
                : sample.outcome().word();
        return words.text("analyze.outcome." + word);
    }
}
