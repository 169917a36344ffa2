package sigmark.analysis.weakness;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.quality.QualitySurvey;
import sigmark.analysis.statistics.Proportion;

/** What {@code evaluate --slices} adds: figures of every slice, those that do worse, and the measured pictures. */
public final class SliceJson {
    private SliceJson() {}

    /** Fields {@code slices} (by name), {@code weakSlices} and {@code quality} (by sample). */
    public static ObjectNode document(Evaluation evaluation, QualitySurvey survey) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode slices = document.putObject("slices");
        for (Map.Entry<String, List<EvaluationSample>> slice :
                SampleSlices.of(evaluation.samples(), survey).entrySet()) {
            slices.set(slice.getKey(), EvaluationJson.figures(EvaluationFigures.ofSamples(slice.getValue())));
        }
        var weak = document.putArray("weakSlices");
        for (WeakSlice slice : WeakSlices.find(evaluation, survey)) {
            ObjectNode node = weak.addObject().put("slice", slice.name());
            rate(node, "inside", slice.inside());
            rate(node, "outside", slice.outside());
            node.put("p", slice.p()).put("adjustedP", slice.adjustedP());
            slice.samples().forEach(sample -> node.withArray("wrong").add(sample.id()));
        }
        ObjectNode quality = document.putObject("quality");
        survey.bySample().forEach((id, measured) -> {
            ObjectNode node = quality.putObject(id)
                    .put("blur", measured.blur())
                    .put("contrast", measured.contrast())
                    .put("skew", measured.skew());
            measured.em().ifPresent(em -> node.put("em", em));
        });
        return document;
    }

    private static void rate(ObjectNode node, String name, Proportion rate) {
        node.put(name, rate.estimate().orElse(0)).put(name + "Samples", rate.n());
    }
}
