package sigmark.labeling.voc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sigmark.inference.page.Box;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Complaints in a file: CSV with a head line, or JSON Lines. Fields are named as in {@link VocItem}; {@code imageRef},
 * {@code regionBox} and {@code userPseudonym} are taken as image, box and user.
 */
public final class VocFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_LINE = 1 << 20;
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "imageRef",
            "image",
            "regionBox",
            "box",
            "userPseudonym",
            "user",
            "code",
            "cause",
            "body",
            "text",
            "date",
            "receivedAt");
    private static final Set<String> KNOWN = Set.of(
            "id",
            "receivedAt",
            "channel",
            "text",
            "language",
            "image",
            "box",
            "predictedLatex",
            "correctedLatex",
            "requestId",
            "modelVersion",
            "appVersion",
            "device",
            "os",
            "network",
            "user",
            "consent",
            "consentStore",
            "consentTrain",
            "consentUntil",
            "cause",
            "detail",
            "severity",
            "state",
            "blackout");

    /**
     * An item of a file.
     *
     * @param blackout boxes of the image to black out before it is stored, in its pixels
     */
    public record Entry(String where, VocItem item, List<Box> blackout) {
        public Entry {
            blackout = List.copyOf(blackout);
        }
    }

    private final Path file;
    private final Consumer<Entry> taken;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long in;

    private VocFile(Path file, Consumer<Entry> taken) {
        this.file = file;
        this.taken = taken;
    }

    /**
     * Gives every item to {@code taken}; returns how many records there were, and those that are none.
     *
     * @throws ProblemException {@code voc.unreadable}
     */
    public static Reading read(Path file, Consumer<Entry> taken) {
        VocFile reader = new VocFile(file, taken);
        boolean csv =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
        try (BufferedReader text = Files.newBufferedReader(file)) {
            if (csv) {
                reader.readCsv(text);
            } else {
                reader.readLines(text);
            }
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw new ProblemException(
                    Problem.of("voc.unreadable", file.toString(), "reason", String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
        return new Reading(reader.in, reader.leftOut);
    }

    /** Records in a file and those that could not be read. */
    public record Reading(long in, List<LeftOut> leftOut) {
        public Reading {
            leftOut = List.copyOf(leftOut);
        }
    }

    private void readCsv(BufferedReader text) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(text).setFormat(format).get()) {
            for (CSVRecord row : parser) {
                ObjectNode node = MAPPER.createObjectNode();
                row.toMap().forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        node.put(name.replace("\uFEFF", ""), value);
                    }
                });
                take(node, file.getFileName() + ":" + (row.getRecordNumber() + 1));
            }
        }
    }

    private void readLines(BufferedReader text) throws IOException {
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            String where = file.getFileName() + ":" + ++number;
            if (line.isBlank()) {
                continue;
            }
            if (line.length() > LONGEST_LINE) {
                lose(where, Problem.of("voc.broken-line", where, "reason", "longer than a million characters"));
                continue;
            }
            JsonNode node;
            try {
                node = MAPPER.readTree(line);
            } catch (JsonProcessingException broken) {
                lose(where, Problem.of("voc.broken-line", where, "reason", broken.getOriginalMessage()));
                continue;
            }
            if (node instanceof ObjectNode object) {
                take(object, where);
            } else {
                lose(where, Problem.of("voc.broken-line", where, "reason", "not a JSON object"));
            }
        }
    }

    private void lose(String where, Problem reason) {
        in++;
        leftOut.add(new LeftOut(where, reason));
    }

    private void take(ObjectNode node, String where) {
        OTHER_NAMES.forEach((other, name) -> {
            if (node.has(other) && !node.has(name)) {
                node.set(name, node.remove(other));
            }
        });
        try {
            Entry entry = new Entry(where, item(node, where), boxes(node.path("blackout")));
            in++;
            taken.accept(entry);
        } catch (ProblemException bad) {
            lose(where, bad.problem());
        }
    }

    private static VocItem item(ObjectNode node, String where) {
        String text = text(node, "text");
        if (text.isBlank()
                && text(node, "correctedLatex").isBlank()
                && text(node, "image").isBlank()) {
            throw new ProblemException(Problem.of("voc.empty", where));
        }
        String id = text(node, "id");
        VocOrigin origin = new VocOrigin(
                text(node, "requestId"),
                text(node, "modelVersion"),
                text(node, "appVersion"),
                text(node, "device"),
                text(node, "os"),
                text(node, "network"),
                text(node, "user"));
        return new VocItem(
                id.isBlank()
                        ? "voc-"
                                + UUID.nameUUIDFromBytes(
                                        node.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        : id,
                time(node, where),
                text(node, "channel"),
                text,
                text(node, "language"),
                text(node, "image"),
                box(node.path("box")),
                optional(node, "predictedLatex"),
                optional(node, "correctedLatex"),
                origin,
                consent(node),
                "",
                word(node, "cause", where, VocCause::ofWord),
                text(node, "detail"),
                word(node, "severity", where, VocSeverity::ofWord).orElse(VocSeverity.MINOR),
                word(node, "state", where, VocState::ofWord).orElse(VocState.NEW),
                new VocLinks("", "", "", OptionalLong.empty()),
                false,
                more(node));
    }

    private static VocConsent consent(ObjectNode node) {
        JsonNode given = node.path("consent");
        if (given.isObject()) {
            return new VocConsent(
                    given.path("store").asBoolean(true),
                    given.path("train").asBoolean(false),
                    given.path("until").asText(""));
        }
        return new VocConsent(
                !text(node, "consentStore").equalsIgnoreCase("false"),
                text(node, "consentTrain").equalsIgnoreCase("true"),
                text(node, "consentUntil"));
    }

    private static <T> Optional<T> word(
            ObjectNode node, String field, String where, java.util.function.Function<String, Optional<T>> of) {
        String word = text(node, field).toLowerCase(Locale.ROOT).replace(' ', '-');
        if (word.isBlank()) {
            return Optional.empty();
        }
        Optional<T> value = of.apply(word);
        if (value.isEmpty()) {
            throw new ProblemException(Problem.of("voc.bad-value", where, "field", field, "value", word));
        }
        return value;
    }

    private static Instant time(ObjectNode node, String where) {
        String text = text(node, "receivedAt");
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notOne) {
            throw new ProblemException(
                    Problem.of("voc.bad-value", where, "field", "receivedAt", "value", text), notOne);
        }
    }

    private static String text(ObjectNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    private static Optional<String> optional(ObjectNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(text(node, field)) : Optional.empty();
    }

    private static List<Box> boxes(JsonNode list) {
        List<Box> boxes = new ArrayList<>();
        list.forEach(node -> box(node).ifPresent(boxes::add));
        return boxes;
    }

    /** Four numbers in a list, or in a text with blanks or commas. */
    private static Optional<Box> box(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        if (node.isTextual()) {
            for (String part : node.asText().strip().split("[\\s,;]+", 5)) {
                numbers.add(number(part));
            }
        } else {
            node.forEach(part -> numbers.add(part.asDouble(Double.NaN)));
        }
        boolean four = numbers.size() == 4 && numbers.stream().allMatch(number -> Double.isFinite(number));
        return four && numbers.get(2) > numbers.get(0) && numbers.get(3) > numbers.get(1)
                ? Optional.of(new Box(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)))
                : Optional.empty();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private static String more(ObjectNode node) {
        ObjectNode more = node.deepCopy();
        Set<String> names = new HashSet<>();
        more.fieldNames().forEachRemaining(names::add);
        names.stream().filter(KNOWN::contains).forEach(more::remove);
        return more.toString();
    }
}
