package sigmark.app.cli;

import java.util.List;
import java.util.Map;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.HitFigures;
import sigmark.analysis.quality.QualitySurvey;
import sigmark.analysis.weakness.SampleSlices;
import sigmark.analysis.weakness.WeakSlice;
import sigmark.analysis.weakness.WeakSlices;

/** The slices of an evaluation as text. */
final class SliceText {
    private SliceText() {}

    static void say(Console console, Evaluation evaluation, QualitySurvey survey) {
        console.say("SLICES, found and right of the formulas with LaTeX");
        for (Map.Entry<String, List<EvaluationSample>> slice :
                SampleSlices.of(evaluation.samples(), survey).entrySet()) {
            console.say("  %-24s  %s"
                    .formatted(
                            slice.getKey(),
                            Figures.rate(HitFigures.exact(slice.getValue()).recall())));
        }
        console.say("SIGNIFICANTLY WORSE than the rest (Fisher, Holm over all slices)");
        List<WeakSlice> weak = WeakSlices.find(evaluation, survey);
        for (WeakSlice slice : weak) {
            console.say("  %-24s  %s against %s, p %s"
                    .formatted(
                            slice.name(),
                            Figures.rate(slice.inside()),
                            Figures.rate(slice.outside()),
                            Figures.score(slice.adjustedP())));
        }
        if (weak.isEmpty()) {
            console.say("  none");
        }
        survey.leftOut().forEach(left -> console.say("  " + left.item() + ": " + console.words(left.reason())));
    }
}
