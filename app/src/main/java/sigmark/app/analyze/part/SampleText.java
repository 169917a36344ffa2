package sigmark.app.analyze.part;

import java.util.Optional;
import sigmark.analysis.evaluation.EvaluationSample;

/** The two texts of a sample. */
public final class SampleText {
    private SampleText() {}

    public static Optional<String> truth(EvaluationSample sample) {
        return sample.truth().flatMap(region -> region.latex());
    }

    public static Optional<String> prediction(EvaluationSample sample) {
        return sample.prediction().map(found -> found.reading().latex());
    }
}
