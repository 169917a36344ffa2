package sigmark.analysis.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import sigmark.inference.page.Box;

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

    boolean flag(String name) {
        JsonNode value = input.path(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("'%s' is neither true nor false".formatted(name));
        }
        return value.asBoolean();
    }

    String word(String name) {
        return text(name, input.path(name));
    }

    List<String> words(String name) {
        return listed(list(name)).map(value -> text(name, value)).toList();
    }

    /** Lists of labels; a missing one (null) is left out. */
    List<List<String>> unitsOfWords(String name) {
        return listed(list(name))
                .map(unit -> present(name, unit).map(value -> text(name, value)).toList())
                .toList();
    }

    /** Lists of token lists; a missing one (null) is left out. */
    List<List<List<String>>> unitsOfTokens(String name) {
        return listed(list(name))
                .map(unit ->
                        present(name, unit).map(value -> tokens(name, value)).toList())
                .toList();
    }

    /** Boxes as left, top, right, bottom. */
    List<Box> boxes(String name) {
        return listed(list(name)).map(value -> box(name, value)).toList();
    }

    /** A list of 0 and 1, or false and true. */
    boolean[] outcomes(String name) {
        JsonNode list = list(name);
        boolean[] outcomes = new boolean[list.size()];
        for (int i = 0; i < outcomes.length; i++) {
            JsonNode value = list.get(i);
            boolean binary = value.isNumber() && (value.asDouble() == 0 || value.asDouble() == 1);
            if (!value.isBoolean() && !binary) {
                throw new IllegalArgumentException("'%s' holds something that is neither 0 nor 1".formatted(name));
            }
            outcomes[i] = value.isBoolean() ? value.asBoolean() : value.asDouble() == 1;
        }
        return outcomes;
    }

    /** An object, to be asked as this one is. */
    Given part(String name) {
        JsonNode value = input.path(name);
        if (!value.isObject()) {
            throw new IllegalArgumentException("'%s' is not an object".formatted(name));
        }
        return new Given(value);
    }

    /** A list of objects, each to be asked as this one is. */
    List<Given> parts(String name) {
        return listed(list(name))
                .map(value -> {
                    if (!value.isObject()) {
                        throw new IllegalArgumentException("'%s' holds something that is no object".formatted(name));
                    }
                    return new Given(value);
                })
                .toList();
    }

    private static Stream<JsonNode> present(String name, JsonNode unit) {
        if (!unit.isArray()) {
            throw new IllegalArgumentException("'%s' holds something that is not a list".formatted(name));
        }
        return listed(unit).filter(value -> !value.isNull());
    }

    private static List<String> tokens(String name, JsonNode value) {
        if (!value.isArray()) {
            throw new IllegalArgumentException("'%s' holds a value that is no list of tokens".formatted(name));
        }
        return listed(value).map(token -> text(name, token)).toList();
    }

    private static Box box(String name, JsonNode value) {
        if (!value.isArray() || value.size() != 4) {
            throw new IllegalArgumentException("'%s' holds something that is no box of four numbers".formatted(name));
        }
        return new Box(
                value.get(0).asDouble(),
                value.get(1).asDouble(),
                value.get(2).asDouble(),
                value.get(3).asDouble());
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'%s' holds something that is not text".formatted(name));
        }
        return value.asText();
    }

    private static Stream<JsonNode> listed(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
