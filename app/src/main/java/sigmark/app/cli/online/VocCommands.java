package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.PointMeasurement;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;

/** Groups {@code voc import}, {@code voc list} and the like; and how items and points stand in JSON. */
public final class VocCommands {
    private VocCommands() {}

    @CommandLine.Command(
            name = "voc",
            description = "Complaints and remarks of users, and the improvement points that come of them.",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true)
    static final class Voc {}

    /** The group with its commands. */
    public static CommandLine voc() {
        return new CommandLine(new Voc())
                .addSubcommand(new VocImport())
                .addSubcommand(new VocCollect())
                .addSubcommand(new VocList())
                .addSubcommand(new VocCode())
                .addSubcommand(new VocInto())
                .addSubcommand(new VocPoint())
                .addSubcommand(new VocPoints())
                .addSubcommand(new VocErase())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    static ObjectNode json(VocItem item) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", item.id())
                .put("receivedAt", item.receivedAt().toString())
                .put("channel", item.channel())
                .put("text", item.text())
                .put("language", item.language())
                .put("image", item.image())
                .put("predictedLatex", item.predictedLatex().orElse(null))
                .put("correctedLatex", item.correctedLatex().orElse(null))
                .put("requestId", item.origin().requestId())
                .put("modelVersion", item.origin().modelVersion())
                .put("device", item.origin().device())
                .put("user", item.origin().user())
                .put("redaction", item.redaction())
                .put("cause", item.cause().map(VocCause::word).orElse(null))
                .put("detail", item.detail())
                .put("severity", item.severity().word())
                .put("state", item.state().word())
                .put("duplicateOf", item.links().duplicateOf())
                .put("page", item.links().page())
                .put("question", item.links().question())
                .put("erased", item.erased());
        if (item.links().point().isPresent()) {
            node.put("point", item.links().point().getAsLong());
        } else {
            node.putNull("point");
        }
        return node;
    }

    static ObjectNode json(ImprovementPoint point) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", point.id())
                .put("title", point.title())
                .put("state", point.state().word())
                .put("query", point.query())
                .put("errorClass", point.errorClass().orElse(null))
                .put("bound", point.bound())
                .put("items", point.items())
                .put("users", point.users());
        if (point.verifiedRun().isPresent()) {
            node.put("verifiedRun", point.verifiedRun().getAsLong());
        } else {
            node.putNull("verifiedRun");
        }
        var list = node.putArray("measurements");
        for (PointMeasurement measurement : point.measurements()) {
            ObjectNode one = list.addObject()
                    .put("run", measurement.run())
                    .put("right", measurement.right())
                    .put("samples", measurement.samples())
                    .put("met", measurement.met());
            new Proportion(measurement.right(), measurement.samples())
                    .wilson()
                    .ifPresent(interval ->
                            one.putArray("interval").add(interval.low()).add(interval.high()));
        }
        return node;
    }
}
