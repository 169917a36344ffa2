package sigmark.labeling.online;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import sigmark.inference.page.Box;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** A line of the online log. Fields that are not known here are passed over; who stores a line keeps them. */
public final class EventJson {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private EventJson() {}

    /** What a line holds, and how many of its spans end before they start and were dropped. */
    public record Line(OnlineEvent event, int turnedSpans) {}

    /**
     * Reads a line.
     *
     * @param where file and number of the line
     * @throws ProblemException {@code online.broken-line}, {@code online.field-missing}, {@code online.bad-value}
     */
    public static Line read(byte[] line, int length, String where) {
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

    private static Line event(JsonNode node, String where) {
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
                time(required(node, "time", where), where),
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
        return new Line(event, turned);
    }

    private static ShownResult result(JsonNode node, String where) {
        String word = node.path("outcome").asText("");
        Outcome outcome = Outcome.ofWord(word)
                .orElseThrow(() -> problem("online.bad-value", where, "field", "outcome", "value", shortened(word)));
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

    /** Absent when it is not a box: what was shown counts all the same. */
    static Optional<Box> box(JsonNode node) {
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

    /** The form that logs are written in, {@code 2026-11-24T09:30:00.123Z}, without the cost of the general parser. */
    private static Optional<Instant> plainTime(String text) {
        if (text.length() != 24 || text.charAt(19) != '.' || text.charAt(23) != 'Z') {
            return Optional.empty();
        }
        int[] places = {0, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 23};
        int[] numbers = new int[7];
        for (int i = 0; i < numbers.length; i++) {
            for (int at = places[2 * i]; at < places[2 * i + 1]; at++) {
                int digit = text.charAt(at) - '0';
                if (digit < 0 || digit > 9) {
                    return Optional.empty();
                }
                numbers[i] = numbers[i] * 10 + digit;
            }
        }
        boolean marks = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        boolean ranges = numbers[1] >= 1
                && numbers[1] <= 12
                && numbers[2] >= 1
                && numbers[2] <= 28
                && numbers[3] < 24
                && numbers[4] < 60
                && numbers[5] < 60;
        if (!marks || !ranges) {
            return Optional.empty();
        }
        long day = LocalDate.of(numbers[0], numbers[1], numbers[2]).toEpochDay();
        long second = ((day * 24 + numbers[3]) * 60 + numbers[4]) * 60 + numbers[5];
        return Optional.of(Instant.ofEpochMilli(second * 1000 + numbers[6]));
    }

    private static Instant time(String text, String where) {
        try {
            Instant time = plainTime(text)
                    .orElseGet(() -> text.endsWith("Z")
                            ? Instant.parse(text)
                            : OffsetDateTime.parse(text).toInstant());
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException notOne) {
            throw problem("online.bad-value", where, "field", "time", "value", shortened(text));
        }
        throw problem("online.bad-value", where, "field", "time", "value", shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static ProblemException problem(String code, String where, String... facts) {
        return new ProblemException(Problem.of(code, where, facts));
    }

    /** An event as a line without its line break. */
    public static String write(OnlineEvent event) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("requestId", event.requestId())
                .put("time", event.time().toString())
                .put("modelVersion", event.modelVersion())
                .put("user", event.user().orElse(null))
                .put("imageHash", event.imageHash().orElse(null))
                .put("image", event.image().orElse(null));
        ObjectNode slice = node.putObject("slice");
        event.slice().forEach(slice::put);
        ArrayNode spans = node.putArray("spans");
        event.spans().forEach(span -> spans.addObject()
                .put("name", span.name())
                .put("side", span.client() ? "client" : "server")
                .put("start", span.start())
                .put("end", span.end()));
        ArrayNode results = node.putArray("results");
        event.results().forEach(result -> write(result, results.addObject()));
        ArrayNode added = node.putArray("added");
        event.added().forEach(formula -> {
            ObjectNode one = added.addObject();
            formula.box().ifPresent(box -> write(box, one.putArray("box")));
            one.put("latex", formula.latex());
        });
        node.put("complaint", event.complaint().orElse(null));
        if (event.revision() > 0) {
            node.put("revision", event.revision());
        }
        if (event.captureUnknown()) {
            node.put("captureUnknown", true);
        }
        return node.toString();
    }

    private static void write(ShownResult result, ObjectNode node) {
        node.put("id", result.id());
        result.box().ifPresent(box -> write(box, node.putArray("box")));
        node.put("shownLatex", result.shownLatex());
        result.score().ifPresent(score -> node.put("score", score));
        node.put("outcome", result.outcome().word())
                .put("finalLatex", result.finalLatex().orElse(null));
        if (result.secondsToEdit().isPresent()) {
            node.put("secondsToEdit", result.secondsToEdit().getAsDouble());
        } else {
            node.putNull("secondsToEdit");
        }
    }

    private static void write(Box box, ArrayNode node) {
        node.add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
    }
}
