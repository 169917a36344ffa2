package sigmark.labeling.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import sigmark.inference.page.Box;

/**
 * One request of a trial, put together from the journal's lines. Lines of kind {@code request} say who, when, which
 * version and image; {@code answer} the results and the server's spans; {@code event} what the page told:
 *
 * <pre>
 * seen, confirmed, deleted, restored  {"what":…,"result":id}
 * edited     {"what":"edited","result":id,"latex":t,"seconds":x}
 * added      {"what":"added","result":new id,"box":[…],"latex":t}; again with the same id it replaces
 * removed    {"what":"removed","result":id of an added one}
 * complaint  {"what":"complaint","text":t}
 * spans      {"what":"spans","spans":[…],"captureUnknown":b}
 * </pre>
 */
public final class TrialRequest {
    private final String id;
    private final Map<String, Shown> shown = new LinkedHashMap<>();
    private final Map<String, AddedFormula> added = new LinkedHashMap<>();
    private final List<Span> spans = new ArrayList<>();
    private final Map<String, String> slice = new TreeMap<>();
    private Optional<Instant> time = Optional.empty();
    private String version = "";
    private String user = "";
    private String imageHash = "";
    private String image = "";
    private Optional<String> complaint = Optional.empty();
    private boolean captureUnknown;
    private boolean answered;
    private long lines;

    private static final class Shown {
        private final String latex;
        private final Optional<Box> box;
        private final double score;
        private boolean seen;
        private boolean confirmed;
        private boolean deleted;
        private Optional<String> last = Optional.empty();
        private OptionalDouble seconds = OptionalDouble.empty();

        Shown(JsonNode node) {
            latex = node.path("latex").asText("");
            box = EventJson.box(node.path("box"));
            score = node.path("score").asDouble(0);
        }

        ShownResult result(String id) {
            boolean edited = last.isPresent() && !last.get().equals(latex);
            Outcome outcome = deleted
                    ? Outcome.DELETED
                    : edited
                            ? Outcome.EDITED
                            : confirmed || last.isPresent()
                                    ? Outcome.CONFIRMED
                                    : seen ? Outcome.SILENT : Outcome.NOT_SEEN;
            return new ShownResult(
                    id,
                    box,
                    latex,
                    OptionalDouble.of(score),
                    outcome,
                    edited && !deleted ? last : Optional.empty(),
                    edited || deleted ? seconds : OptionalDouble.empty());
        }
    }

    TrialRequest(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    void add(JsonNode line) {
        lines++;
        switch (line.path("kind").asText("")) {
            case "request" -> begin(line);
            case "answer" -> {
                answered = true;
                line.path("results")
                        .forEach(result -> shown.put(result.path("id").asText(""), new Shown(result)));
                line.path("spans").forEach(this::span);
            }
            case "event" -> happened(line);
            default -> {
                // a later version's line; it is kept in the journal
            }
        }
    }

    private void begin(JsonNode line) {
        try {
            time = Optional.of(Instant.parse(line.path("time").asText("")));
        } catch (DateTimeException none) {
            time = Optional.empty();
        }
        version = line.path("version").asText("");
        user = line.path("user").asText("");
        imageHash = line.path("imageHash").asText("");
        image = line.path("image").asText("");
        captureUnknown = line.path("captureUnknown").asBoolean(true);
        line.path("slice")
                .properties()
                .forEach(tag -> slice.put(tag.getKey(), tag.getValue().asText()));
    }

    private void happened(JsonNode line) {
        String what = line.path("what").asText("");
        String result = line.path("result").asText("");
        Shown of = shown.get(result);
        if (what.equals("added")) {
            added.put(
                    result,
                    new AddedFormula(
                            EventJson.box(line.path("box")), line.path("latex").asText("")));
        } else if (what.equals("removed")) {
            added.remove(result);
        } else if (what.equals("complaint")) {
            complaint = Optional.of(line.path("text").asText(""));
        } else if (what.equals("spans")) {
            line.path("spans").forEach(this::span);
            captureUnknown = line.path("captureUnknown").asBoolean(captureUnknown);
        } else if (of != null) {
            ofResult(of, what, line);
        }
    }

    private static void ofResult(Shown of, String what, JsonNode line) {
        of.seen = true;
        double seconds = line.path("seconds").asDouble(Double.NaN);
        switch (what) {
            case "confirmed" -> of.confirmed = true;
            case "edited" -> {
                of.last = Optional.of(line.path("latex").asText(""));
                of.seconds = Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
            }
            case "deleted" -> {
                of.deleted = true;
                of.seconds = Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
            }
            case "restored" -> of.deleted = false;
            default -> {
                // seen
            }
        }
    }

    private void span(JsonNode node) {
        double start = node.path("start").asDouble(Double.NaN);
        double end = node.path("end").asDouble(Double.NaN);
        if (end >= start && Double.isFinite(end - start)) {
            spans.add(new Span(
                    node.path("name").asText(""), !node.path("side").asText("").equals("server"), start, end));
        }
    }

    /** The request as an event of the online log; absent while it was not answered. */
    public Optional<OnlineEvent> event() {
        if (!answered || time.isEmpty() || version.isBlank()) {
            return Optional.empty();
        }
        List<ShownResult> results = new ArrayList<>();
        shown.forEach((result, of) -> results.add(of.result(result)));
        return Optional.of(new OnlineEvent(
                id,
                time.get(),
                version,
                user.isEmpty() ? Optional.empty() : Optional.of(user),
                imageHash.isEmpty() ? Optional.empty() : Optional.of(imageHash),
                image.isEmpty() ? Optional.empty() : Optional.of(image),
                slice,
                spans,
                results,
                List.copyOf(added.values()),
                complaint,
                lines,
                captureUnknown));
    }

    /** Pseudonym of the user, and the version that answered: so that a later request of the same user gets the same. */
    public String user() {
        return user;
    }

    public String version() {
        return version;
    }
}
