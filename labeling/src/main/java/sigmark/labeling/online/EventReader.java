package sigmark.labeling.online;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/**
 * Reads one line of the online log field by field, without a tree of it. Of a field that stands twice the last holds; what
 * is wrong in a value is told only when the whole line is JSON. Only values of an unexpected kind become nodes, so that they
 * are turned into text and numbers by the same rules as everywhere.
 */
final class EventReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final String where;
    private Optional<String> requestId = Optional.empty();
    private Optional<String> time = Optional.empty();
    private Optional<String> modelVersion = Optional.empty();
    private Optional<String> user = Optional.empty();
    private Optional<String> imageHash = Optional.empty();
    private Optional<String> image = Optional.empty();
    private Optional<String> complaint = Optional.empty();
    private final Map<String, String> slice = new TreeMap<>();
    private final List<Span> spans = new ArrayList<>();
    private final List<ShownResult> results = new ArrayList<>();
    private final List<AddedFormula> added = new ArrayList<>();
    private Optional<String> badOutcome = Optional.empty();
    private int turnedSpans;
    private long revision;
    private boolean captureUnknown;

    private EventReader(String where) {
        this.where = where;
    }

    /** Takes the value that a parser stands on, to its last token. */
    private interface Taking {
        void take(JsonParser in) throws IOException;
    }

    /** As {@link EventJson#read}. */
    static EventJson.Line read(byte[] line, int length, String where) {
        EventReader reader = new EventReader(where);
        boolean object;
        try (JsonParser in = MAPPER.createParser(line, 0, length)) {
            in.nextToken();
            object = reader.fields(in);
            if (in.nextToken() != null) {
                throw problem("online.broken-line", where, "reason", "something follows the JSON object");
            }
        } catch (JsonProcessingException broken) {
            throw problem("online.broken-line", where, "reason", broken.getOriginalMessage());
        } catch (IOException broken) {
            throw problem("online.broken-line", where, "reason", String.valueOf(broken.getMessage()));
        }
        if (!object) {
            throw problem("online.broken-line", where, "reason", "not a JSON object");
        }
        return reader.line();
    }

    private EventJson.Line line() {
        badOutcome.ifPresent(word -> {
            throw problem("online.bad-value", where, "field", "outcome", "value", shortened(word));
        });
        OnlineEvent event = new OnlineEvent(
                required(requestId, "requestId"),
                time(required(time, "time"), where),
                required(modelVersion, "modelVersion"),
                user,
                imageHash,
                image,
                slice,
                spans,
                results,
                added,
                complaint,
                Math.max(0, revision),
                captureUnknown);
        return new EventJson.Line(event, turnedSpans);
    }

    private String required(Optional<String> value, String field) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> problem("online.field-missing", where, "field", field));
    }

    /** False, and passed over, when it is not an object. */
    private boolean fields(JsonParser in) throws IOException {
        if (!opens(in)) {
            return false;
        }
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            field(name, in);
        }
        return true;
    }

    private void field(String name, JsonParser in) throws IOException {
        switch (name) {
            case "requestId" -> requestId = text(in);
            case "time" -> time = text(in);
            case "modelVersion" -> modelVersion = text(in);
            case "user" -> user = text(in);
            case "imageHash" -> imageHash = text(in);
            case "image" -> image = text(in);
            case "complaint" -> complaint = text(in);
            case "slice" -> slice(in);
            case "spans" -> {
                spans.clear();
                turnedSpans = 0;
                each(in, this::span);
            }
            case "results" -> {
                results.clear();
                badOutcome = Optional.empty();
                each(in, this::result);
            }
            case "added" -> {
                added.clear();
                each(in, this::added);
            }
            case "revision" -> revision = node(in).asLong(0);
            case "captureUnknown" -> captureUnknown = node(in).asBoolean(false);
            default -> in.skipChildren();
        }
    }

    private void slice(JsonParser in) throws IOException {
        slice.clear();
        if (!opens(in)) {
            return;
        }
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String tag = in.currentName();
            in.nextToken();
            Optional<String> value = text(in);
            if (value.isPresent()) {
                slice.put(tag, value.get());
            } else {
                slice.remove(tag);
            }
        }
    }

    private void span(JsonParser in) throws IOException {
        String spanName = "";
        boolean client = true;
        double start = Double.NaN;
        double end = Double.NaN;
        if (opens(in)) {
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                boolean none = in.nextToken() == JsonToken.VALUE_NULL;
                switch (name) {
                    case "name" -> spanName = none ? "null" : text(in).orElse("");
                    case "side" -> client = !text(in).orElse("").equals("server");
                    case "start" -> start = asDouble(in);
                    case "end" -> end = asDouble(in);
                    default -> in.skipChildren();
                }
            }
        }
        if (end >= start && Double.isFinite(end - start)) {
            spans.add(new Span(spanName, client, start, end));
        } else {
            turnedSpans++;
        }
    }

    private void result(JsonParser in) throws IOException {
        String id = "";
        Optional<Box> box = Optional.empty();
        String shownLatex = "";
        OptionalDouble score = OptionalDouble.empty();
        String word = "";
        Optional<String> finalLatex = Optional.empty();
        OptionalDouble secondsToEdit = OptionalDouble.empty();
        if (opens(in)) {
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "id" -> id = text(in).orElse("");
                    case "box" -> box = box(in);
                    case "shownLatex" -> shownLatex = text(in).orElse("");
                    case "score" -> score = number(in);
                    case "outcome" -> word = text(in).orElse("");
                    case "finalLatex" -> finalLatex = text(in);
                    case "secondsToEdit" -> secondsToEdit = number(in);
                    default -> in.skipChildren();
                }
            }
        }
        Optional<Outcome> outcome = Outcome.ofWord(word);
        if (outcome.isPresent()) {
            results.add(new ShownResult(id, box, shownLatex, score, outcome.get(), finalLatex, secondsToEdit));
        } else if (badOutcome.isEmpty()) {
            badOutcome = Optional.of(word);
        }
    }

    private void added(JsonParser in) throws IOException {
        Optional<Box> box = Optional.empty();
        String latex = "";
        if (opens(in)) {
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "box" -> box = box(in);
                    case "latex" -> latex = text(in).orElse("");
                    default -> in.skipChildren();
                }
            }
        }
        added.add(new AddedFormula(box, latex));
    }

    /** The elements of a list, or the values of an object; none of anything else. */
    private static void each(JsonParser in, Taking taking) throws IOException {
        if (in.currentToken() == JsonToken.START_ARRAY) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                taking.take(in);
            }
        } else if (in.currentToken() == JsonToken.START_OBJECT) {
            for (JsonNode value : node(in)) {
                try (JsonParser inside = MAPPER.treeAsTokens(value)) {
                    inside.nextToken();
                    taking.take(inside);
                }
            }
        }
    }

    /** Whether an object begins here; anything else is passed over. */
    private static boolean opens(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        in.skipChildren();
        return false;
    }

    private static JsonNode node(JsonParser in) throws IOException {
        return MAPPER.readTree(in);
    }

    /** Absent for null, lists and objects. */
    private static Optional<String> text(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_STRING -> Optional.of(in.getText());
            case VALUE_NULL -> Optional.empty();
            case START_OBJECT, START_ARRAY -> {
                in.skipChildren();
                yield Optional.empty();
            }
            default -> Optional.of(node(in).asText());
        };
    }

    /** Not a number for what cannot be taken as one. */
    private static double asDouble(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> in.getDoubleValue();
            case START_OBJECT, START_ARRAY -> {
                in.skipChildren();
                yield Double.NaN;
            }
            default -> node(in).asDouble(Double.NaN);
        };
    }

    private static OptionalDouble number(JsonParser in) throws IOException {
        if (!in.currentToken().isNumeric()) {
            in.skipChildren();
            return OptionalDouble.empty();
        }
        double value = in.getDoubleValue();
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static Optional<Box> box(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return Optional.empty();
        }
        double[] sides = new double[4];
        int count = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            double side = asDouble(in);
            if (count < sides.length) {
                sides[count] = side;
            }
            count++;
        }
        return count == sides.length ? EventJson.box(sides[0], sides[1], sides[2], sides[3]) : Optional.empty();
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

    static Instant time(String text, String where) {
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

    static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static ProblemException problem(String code, String where, String... facts) {
        return new ProblemException(Problem.of(code, where, facts));
    }
}
