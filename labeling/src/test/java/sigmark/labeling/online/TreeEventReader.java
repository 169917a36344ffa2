package sigmark.labeling.online;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import sigmark.inference.page.Box;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** Reads a line of the log through a tree of all its values: slow and plain, what {@link EventReader} is measured by. */
final class TreeEventReader {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private TreeEventReader() {}

    static EventJson.Line read(byte[] line, int length, String where) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line, 0, length);
        } catch (JsonProcessingException broken) {
            throw problem("online.broken-line", where, "reason", broken.getOriginalMessage());
        } catch (IOException broken) {
            throw problem("online.broken-line", where, "reason", String.valueOf(broken.getMessage()));
        }
        if (!node.isObject()) {
            throw problem("online.broken-line", where, "reason", "not a JSON object");
        }
        return event(node, where);
    }

    private static EventJson.Line event(JsonNode node, String where) {
        List<Span> spans = new ArrayList<>();
        int turned = 0;
        for (JsonNode span : node.path("spans")) {
            double start = span.path("start").asDouble(Double.NaN);
            double end = span.path("end").asDouble(Double.NaN);
            if (end >= start && Double.isFinite(end - start)) {
                spans.add(new Span(
                        span.path("name").asText(),
                        !span.path("side").asText("").equals("server"),
                        start,
                        end));
            } else {
                turned++;
            }
        }
        List<ShownResult> results = new ArrayList<>();
        for (JsonNode result : node.path("results")) {
            results.add(result(result, where));
        }
        List<AddedFormula> added = new ArrayList<>();
        for (JsonNode formula : node.path("added")) {
            added.add(new AddedFormula(
                    box(formula.path("box")), formula.path("latex").asText("")));
        }
        Map<String, String> slice = new TreeMap<>();
        node.path("slice").properties().forEach(tag -> {
            if (tag.getValue().isValueNode() && !tag.getValue().isNull()) {
                slice.put(tag.getKey(), tag.getValue().asText());
            }
        });
        OnlineEvent event = new OnlineEvent(
                required(node, "requestId", where),
                EventReader.time(required(node, "time", where), where),
                required(node, "modelVersion", where),
                text(node, "user"),
                text(node, "imageHash"),
                text(node, "image"),
                slice,
                spans,
                results,
                added,
                text(node, "complaint"),
                Math.max(0, node.path("revision").asLong(0)),
                node.path("captureUnknown").asBoolean(false));
        return new EventJson.Line(event, turned);
    }

    private static ShownResult result(JsonNode node, String where) {
        String word = node.path("outcome").asText("");
        Outcome outcome = Outcome.ofWord(word)
                .orElseThrow(() ->
                        problem("online.bad-value", where, "field", "outcome", "value", EventReader.shortened(word)));
        return new ShownResult(
                node.path("id").asText(""),
                box(node.path("box")),
                node.path("shownLatex").asText(""),
                number(node.path("score")),
                outcome,
                text(node, "finalLatex"),
                number(node.path("secondsToEdit")));
    }

    private static OptionalDouble number(JsonNode node) {
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static Optional<Box> box(JsonNode node) {
        if (!node.isArray() || node.size() != 4) {
            return Optional.empty();
        }
        double left = node.get(0).asDouble(Double.NaN);
        double top = node.get(1).asDouble(Double.NaN);
        double right = node.get(2).asDouble(Double.NaN);
        double bottom = node.get(3).asDouble(Double.NaN);
        boolean finite = Double.isFinite(left + top + right + bottom);
        return finite && right > left && bottom > top
                ? Optional.of(new Box(left, top, right, bottom))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() || !value.isValueNode() ? Optional.empty() : Optional.of(value.asText());
    }

    private static String required(JsonNode node, String field, String where) {
        return text(node, field)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> problem("online.field-missing", where, "field", field));
    }

    private static ProblemException problem(String code, String where, String... facts) {
        return new ProblemException(Problem.of(code, where, facts));
    }
}
