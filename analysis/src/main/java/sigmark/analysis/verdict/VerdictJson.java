package sigmark.analysis.verdict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.Requirement;

/** The document of {@code sigmark judge}. What is undefined is null, with a reason beside it. */
public final class VerdictJson {
    private VerdictJson() {}

    public static ObjectNode document(long run, long sheet, List<LineVerdict> verdicts) {
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("run", run).put("sheet", sheet);
        ArrayNode lines = document.putArray("requirements");
        verdicts.forEach(verdict -> line(lines.addObject(), verdict));
        return document;
    }

    private static void line(ObjectNode node, LineVerdict verdict) {
        Requirement line = verdict.line();
        node.put("id", line.id())
                .put("kind", line.kind().word())
                .put("module", line.module().word())
                .put("slice", line.slice())
                .put("measure", line.measure().map(Measure::word).orElse(null));
        number(node, "bound", line.bound());
        node.put("atLeast", line.atLeast());
        if (line.perMille().isPresent()) {
            node.put("percentile", line.percentile());
        }
        number(node, "measured", verdict.measured());
        if (verdict.interval().isPresent()) {
            node.putArray("interval")
                    .add(verdict.interval().get().low())
                    .add(verdict.interval().get().high());
        } else {
            node.putNull("interval");
        }
        node.put("samples", verdict.samples()).put("verdict", verdict.outcome().word());
        if (verdict.missing().isPresent()) {
            node.put("missing", verdict.missing().getAsLong());
        } else {
            node.putNull("missing");
        }
        node.put("reason", verdict.reason().map(reason -> reason.code()).orElse(null));
        ArrayNode behind = node.putArray("samplesBehind");
        verdict.behind().stream().map(EvaluationSample::id).forEach(behind::add);
    }

    private static void number(ObjectNode node, String name, java.util.OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }
}
