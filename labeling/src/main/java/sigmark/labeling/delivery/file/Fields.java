package sigmark.labeling.delivery.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Fields of JSON that may hold anything: the right thing, or {@link IllegalArgumentException}. */
final class Fields {
    private Fields() {}

    static Optional<String> text(JsonNode node, String field, int longest) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > longest) {
            throw new IllegalArgumentException(field + " is no text, or too long");
        }
        return Optional.of(value.textValue());
    }

    static String needed(JsonNode node, String field) {
        return text(node, field, 10_000).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    /** A number that is finite. */
    static double number(JsonNode value, String field) {
        if (value == null || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException(field + " is no number");
        }
        return value.doubleValue();
    }

    /** A whole number from 0. */
    static long whole(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException(field + " is no whole number");
        }
        return value.longValue();
    }

    /** A whole number from −1 that fits an int. */
    static int count(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isInt() || value.intValue() < -1) {
            throw new IllegalArgumentException(field + " is no count");
        }
        return value.intValue();
    }
}
