package sigmark.labeling.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.inference.work.ProblemException;

/** A line of the online log. Fields that are not known here are passed over; who stores a line keeps them. */
public final class EventJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

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
        return EventReader.read(line, length, where);
    }

    /** Absent when it is not a box: what was shown counts all the same. */
    static Optional<Box> box(JsonNode node) {
        if (!node.isArray() || node.size() != 4) {
            return Optional.empty();
        }
        return box(
                node.get(0).asDouble(Double.NaN),
                node.get(1).asDouble(Double.NaN),
                node.get(2).asDouble(Double.NaN),
                node.get(3).asDouble(Double.NaN));
    }

    static Optional<Box> box(double left, double top, double right, double bottom) {
        boolean finite = Double.isFinite(left + top + right + bottom);
        return finite && right > left && bottom > top
                ? Optional.of(new Box(left, top, right, bottom))
                : Optional.empty();
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
