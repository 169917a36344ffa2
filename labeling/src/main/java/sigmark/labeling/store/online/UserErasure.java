package sigmark.labeling.store.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes one person out of the events: pseudonym, image, complaint, LaTeX and fields that are not known here go; times,
 * version, slices and outcomes stay with their counts, so that every number stays what it was. The ids of the requests
 * stay too, so that the same log does not bring the person back.
 */
public final class UserErasure {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> KEPT_OF_EVENT =
            List.of("requestId", "time", "modelVersion", "slice", "spans", "captureUnknown");
    private static final List<String> KEPT_OF_RESULT = List.of("id", "outcome", "score");

    private UserErasure() {}

    /**
     * What was erased.
     *
     * @param events requests of the person
     * @param images paths of their images, for whoever keeps them to delete
     */
    public record Erased(long events, List<String> images) {
        public Erased {
            images = List.copyOf(images);
        }
    }

    static Erased erase(Handle handle, String name) {
        Optional<Long> user = handle.createQuery("SELECT key FROM online_user WHERE name = :name AND erased = 0")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne();
        if (user.isEmpty()) {
            return new Erased(0, List.of());
        }
        String word = "erased-" + UUID.randomUUID();
        List<String> images = new ArrayList<>();
        List<Long> events = handle.createQuery("SELECT key FROM online_event WHERE user = :user")
                .bind("user", user.get())
                .mapTo(Long.class)
                .list();
        for (long event : events) {
            String line = handle.createQuery("SELECT line FROM online_body WHERE event = :event")
                    .bind("event", event)
                    .mapTo(String.class)
                    .one();
            handle.createUpdate("UPDATE online_body SET line = :line WHERE event = :event")
                    .bind("line", emptied(line, word, images))
                    .bind("event", event)
                    .execute();
        }
        handle.execute("UPDATE online_event SET retry_hash = NULL WHERE user = ?", user.get());
        handle.execute("UPDATE online_user SET name = ?, erased = 1 WHERE key = ?", word, user.get());
        return new Erased(events.size(), images);
    }

    private static String emptied(String line, String word, List<String> images) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (node.path("image").isTextual()) {
            images.add(node.path("image").asText());
        }
        ObjectNode kept = only(node, KEPT_OF_EVENT).put("user", word).put("erased", true);
        ArrayNode results = kept.putArray("results");
        node.path("results").forEach(result -> results.add(only(result, KEPT_OF_RESULT)));
        ArrayNode added = kept.putArray("added");
        node.path("added").forEach(formula -> added.addObject());
        return kept.toString();
    }

    private static ObjectNode only(JsonNode node, List<String> fields) {
        ObjectNode kept = MAPPER.createObjectNode();
        for (String field : fields) {
            if (node.has(field)) {
                kept.set(field, node.get(field));
            }
        }
        return kept;
    }
}
