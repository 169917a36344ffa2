package sigmark.analysis.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/** The document of {@code sigmark plan}. */
public final class PlanJson {
    private PlanJson() {}

    public static ObjectNode document(DataPlan plan) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode cells = document.putArray("cells");
        for (DataPlan.Cell cell : plan.cells()) {
            ObjectNode node = cells.addObject()
                    .put("slice", cell.slice())
                    .put("module", cell.module().word())
                    .put("purpose", cell.purpose().word());
            number(node, "wanted", cell.wanted());
            number(node, "wantedFrom", cell.from());
            number(node, "wantedTo", cell.to());
            node.put("have", cell.have())
                    .put("missing", cell.missing())
                    .put("source", cell.source().word());
            node.put("query", cell.query());
            cell.askedBy().forEach(node.putArray("askedBy")::add);
        }
        document.put("missingRegions", plan.missingRegions()).put("missingPages", plan.missingPages());
        plan.coverage().ifPresent(share -> document.put("coverage", share));
        document.put("cost", plan.cost())
                .put("currency", plan.terms().currency())
                .put("weeks", plan.weeks())
                .put("seed", plan.terms().seed());
        plan.worst().ifPresent(cell -> document.putObject("worst")
                .put("slice", cell.slice())
                .put("module", cell.module().word())
                .put("purpose", cell.purpose().word())
                .put("fill", cell.fill()));
        return document;
    }

    private static void number(ObjectNode node, String name, OptionalLong value) {
        if (value.isPresent()) {
            node.put(name, value.getAsLong());
        } else {
            node.putNull(name);
        }
    }
}
