package sigmark.labeling.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.RegionFlag;

/** Reads fields of JSON rows; what does not fit ends in an {@link IllegalArgumentException} that says which field. */
final class JsonFields {
    static final ObjectMapper JSON = new ObjectMapper()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    /** For a text that must hold one value and nothing behind it. */
    private static final ObjectMapper ALONE = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonFields() {}

    static JsonNode parse(String text) {
        try {
            JsonNode node = ALONE.readTree(text);
            return node == null ? JSON.missingNode() : node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("nested too deep", e);
        }
    }

    /** A text; numbers count as their digits. Absent when missing or null. */
    static Optional<String> text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isTextual() || value.isNumber()) {
            return Optional.of(value.asText());
        }
        throw new IllegalArgumentException("“%s” is not a text".formatted(field));
    }

    static double number(JsonNode value, String field) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("“%s” is not a number".formatted(field));
        }
        return value.asDouble();
    }

    /** A whole number from 0 on; 0 when missing or null. */
    static int count(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        double number = number(value, field);
        if (number < 0 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
            throw new IllegalArgumentException("“%s” is %s".formatted(field, value));
        }
        return (int) number;
    }

    /** Four numbers. */
    static double[] four(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.isArray() || value.size() != 4) {
            throw new IllegalArgumentException("“%s” is not four numbers".formatted(field));
        }
        double[] numbers = new double[4];
        for (int i = 0; i < 4; i++) {
            numbers[i] = number(value.get(i), field);
        }
        return numbers;
    }

    /** Words of a list; empty when missing. */
    static List<String> words(JsonNode row, String field) {
        List<String> words = new ArrayList<>();
        for (JsonNode each : row.path(field)) {
            if (!each.isTextual()) {
                throw new IllegalArgumentException("“%s” holds something that is not a word".formatted(field));
            }
            words.add(each.asText());
        }
        return words;
    }

    static Set<RegionFlag> flags(JsonNode row) {
        Set<RegionFlag> flags = EnumSet.noneOf(RegionFlag.class);
        for (String word : words(row, "flags")) {
            flags.add(RegionFlag.ofWord(word)
                    .orElseThrow(() -> new IllegalArgumentException("flag “%s” is not known".formatted(word))));
        }
        return flags;
    }

    static FormulaKind kind(JsonNode row, String field, FormulaKind otherwise) {
        return text(row, field)
                .map(word -> FormulaKind.ofWord(word)
                        .orElseThrow(() -> new IllegalArgumentException("kind “%s” is not known".formatted(word))))
                .orElse(otherwise);
    }

    static Writing writing(JsonNode row) {
        return text(row, "writing")
                .map(word -> Writing.ofWord(word)
                        .orElseThrow(() -> new IllegalArgumentException("writing “%s” is not known".formatted(word))))
                .orElse(Writing.PRINTED);
    }

    static Optional<LabelState> state(JsonNode row) {
        return text(row, "state").flatMap(LabelState::ofWord);
    }

    /** What our own exports say of a region beside box and kind; other programs ignore it. */
    static void writeDetails(ObjectNode row, FormulaRegion region) {
        row.put("writing", region.writing().word());
        region.latex().ifPresentOrElse(latex -> row.put("latex", latex), () -> row.putNull("latex"));
        ArrayNode flags = row.putArray("flags");
        region.flags().stream().sorted().forEach(flag -> flags.add(flag.word()));
        region.pieceOf().ifPresentOrElse(id -> row.put("pieceOf", id), () -> row.putNull("pieceOf"));
        row.put("state", region.state().word());
        if (!region.tags().isEmpty()) {
            new TreeSet<>(region.tags()).forEach(row.putArray("tags")::add);
        }
        if (!region.remark().isEmpty()) {
            row.put("remark", region.remark());
        }
    }

    /** The counterpart of {@link #writeDetails}; {@code latex} is what the row calls LaTeX. */
    static LabeledRegion readDetails(
            JsonNode row, String id, Box box, FormulaKind kind, Optional<String> latex, String where) {
        return new LabeledRegion(
                id,
                box,
                kind,
                writing(row),
                latex,
                state(row).filter(s -> s != LabelState.UNTOUCHED).orElse(LabelState.LABELED),
                flags(row),
                Set.copyOf(words(row, "tags")),
                text(row, "remark").orElse(""),
                text(row, "pieceOf"),
                java.util.OptionalDouble.empty(),
                where);
    }
}
