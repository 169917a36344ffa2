package sigmark.app.analyze.model;

import java.util.Optional;
import java.util.Set;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.inference.run.RegionPrediction;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Provenance;

/** A found box without a truth as if it were a label, so that queries over labels can be asked of it. */
final class FoundRegion {
    private FoundRegion() {}

    static FormulaRegion of(EvaluationSample sample) {
        RegionPrediction found = sample.prediction().orElseThrow();
        return new FormulaRegion(
                sample.id(),
                sample.page().id(),
                Layer.HUMAN,
                FormulaRegion.AT_END,
                found.detection().box(),
                found.detection().kind(),
                found.detection().writing(),
                Optional.of(found.reading().latex()),
                LabelState.UNTOUCHED,
                Set.of(),
                Set.of(),
                "",
                Optional.empty(),
                Provenance.UNKNOWN,
                Optional.empty());
    }
}
