package sigmark.app.analyze;

import java.util.Optional;
import sigmark.analysis.evaluation.EvaluationSample;

/** The two texts of a sample. */
final class SampleText {
    private SampleText() {}

    static Optional<String> truth(EvaluationSample sample) {
        return sample.truth().flatMap(region -> region.latex());
    }

    static Optional<String> prediction(EvaluationSample sample) {
        return sample.prediction().map(found -> found.reading().latex());
    }
}
