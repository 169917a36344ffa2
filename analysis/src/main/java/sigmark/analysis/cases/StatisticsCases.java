package sigmark.analysis.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers cases {@code {"id","method","input":{…}}} with {@code {"id","method","output":{…}|null,"reason"}}. */
public final class StatisticsCases {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, Function<Given, Answer>> methods = new TreeMap<>();

    public StatisticsCases() {
        methods.putAll(RateCases.methods());
        methods.putAll(SampleSizeCases.methods());
        methods.putAll(PairCases.methods());
        methods.putAll(AcceptanceCases.methods());
        methods.putAll(LoadCases.methods());
        methods.putAll(QueueCases.methods());
        methods.putAll(LabelerCases.methods());
        methods.putAll(OnlineCases.methods());
        methods.putAll(ForecastCases.methods());
        methods.putAll(PlanCases.methods());
    }

    /** The names that are known. */
    public Set<String> names() {
        return Set.copyOf(methods.keySet());
    }

    /** Answers one line; a line that is no case is answered too, with the reason. */
    public ObjectNode answer(String line) {
        try {
            return answer(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return refused(MissingNode.getInstance(), "the line is not JSON");
        }
    }

    private ObjectNode answer(JsonNode asked) {
        Function<Given, Answer> method = methods.get(asked.path("method").asText());
        if (method == null) {
            return refused(
                    asked, "unknown method '%s'".formatted(asked.path("method").asText()));
        }
        if (!asked.path("input").isObject()) {
            return refused(asked, "'input' is not an object");
        }
        try {
            Answer answer = method.apply(new Given(asked.path("input")));
            ObjectNode result = head(asked);
            result.set("output", answer.output());
            return answer.reason().isEmpty() ? result.putNull("reason") : result.put("reason", answer.reason());
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            String words = e.getMessage();
            return refused(asked, words == null ? "the input is out of range" : words);
        }
    }

    private static ObjectNode refused(JsonNode asked, String reason) {
        ObjectNode result = head(asked);
        result.putNull("output");
        return result.put("reason", reason);
    }

    private static ObjectNode head(JsonNode asked) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("id", asked.path("id").isMissingNode() ? JsonNodeFactory.instance.nullNode() : asked.path("id"));
        return result.put("method", asked.path("method").asText());
    }
}
