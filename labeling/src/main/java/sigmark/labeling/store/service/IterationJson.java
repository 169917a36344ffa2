package sigmark.labeling.store.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import sigmark.labeling.plan.Iteration;

/** The lines of an iteration as they stand in their column. */
final class IterationJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private IterationJson() {}

    static String write(Map<String, Iteration.Line> lines) {
        ObjectNode all = JSON.createObjectNode();
        lines.forEach((id, line) -> {
            ObjectNode one = all.putObject(id).put("verdict", line.verdict());
            line.measured().ifPresent(value -> one.put("measured", value));
            line.gap().ifPresent(value -> one.put("gap", value));
        });
        return all.toString();
    }

    static Map<String, Iteration.Line> read(String json) {
        try {
            Map<String, Iteration.Line> lines = new LinkedHashMap<>();
            JSON.readTree(json)
                    .properties()
                    .forEach(entry -> lines.put(
                            entry.getKey(),
                            new Iteration.Line(
                                    entry.getValue().path("verdict").asText(),
                                    number(entry.getValue(), "measured"),
                                    number(entry.getValue(), "gap"))));
            return lines;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static OptionalDouble number(JsonNode node, String field) {
        return node.hasNonNull(field) ? OptionalDouble.of(node.get(field).asDouble()) : OptionalDouble.empty();
    }
}
