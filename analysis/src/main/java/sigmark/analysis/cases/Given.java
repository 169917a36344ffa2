package sigmark.analysis.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** The input of a case; a field that is missing or of another kind is an {@link IllegalArgumentException} in words. */
record Given(JsonNode input) {
    /** More resamples than this are refused, so that a case cannot run without end. */
    private static final int MOST_RESAMPLES = 1_000_000;

    double number(String name) {
        JsonNode value = input.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("'%s' is not a number".formatted(name));
        }
        return value.asDouble();
    }

    int whole(String name) {
        JsonNode value = input.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException("'%s' is not a whole number".formatted(name));
        }
        return value.asInt();
    }

    int count(String name) {
        int value = whole(name);
        if (value < 0) {
            throw new IllegalArgumentException("'%s' is below 0".formatted(name));
        }
        return value;
    }

    double share(String name) {
        double value = number(name);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("'%s' is not between 0 and 1".formatted(name));
        }
        return value;
    }

    double inside(String name) {
        double value = share(name);
        if (value == 0 || value == 1) {
            throw new IllegalArgumentException("'%s' must lie between 0 and 1".formatted(name));
        }
        return value;
    }

    int resamples() {
        int value = whole("resamples");
        if (value < 1 || value > MOST_RESAMPLES) {
            throw new IllegalArgumentException("'resamples' is not between 1 and " + MOST_RESAMPLES);
        }
        return value;
    }

    long seed() {
        return input.path("seed").asLong();
    }

    JsonNode list(String name) {
        JsonNode value = input.path(name);
        if (!value.isArray()) {
            throw new IllegalArgumentException("'%s' is not a list".formatted(name));
        }
        return value;
    }

    double[] numbers(String name) {
        return StreamSupport.stream(list(name).spliterator(), false)
                .mapToDouble(value -> {
                    if (!value.isNumber()) {
                        throw new IllegalArgumentException("'%s' holds something that is not a number".formatted(name));
                    }
                    return value.asDouble();
                })
                .toArray();
    }
}
