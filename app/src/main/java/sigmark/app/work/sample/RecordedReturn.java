package sigmark.app.work.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sigmark.labeling.delivery.file.Manifest;
import sigmark.labeling.delivery.file.PackageWriter;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.packing.PackageOut;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/**
 * What a labeler handed in once, said again of this project: pages are found by their pictures, the package is the one
 * that just went out, times are moved. Boxes, LaTeX and questions stay as they were.
 */
final class RecordedReturn {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TIMES = List.of("createdAt", "changedAt", "askedAt", "at");

    private final PackageOut.Sent sent;
    private final long moved;
    private final Map<String, String> bySha256 = new HashMap<>();
    private final Map<String, String> byOldId = new HashMap<>();

    RecordedReturn(ProjectStore store, PackageOut.Sent sent, Duration moved) {
        this.sent = sent;
        this.moved = moved.toMillis();
        for (Page page : store.pages().list(SliceQuery.ALL)) {
            bySha256.put(page.source().sha256(), page.id());
        }
    }

    /** Writes it as a return signed with that key. */
    Path write(String labels, String questions, String quiz, SigningKey key, Path file) throws IOException {
        StringBuilder pages = new StringBuilder();
        for (String line : labels.lines().toList()) {
            ObjectNode page = (ObjectNode) JSON.readTree(line);
            String id = bySha256.getOrDefault(page.path("sha256").asText(), "");
            byOldId.put(page.path("page").asText(), id);
            page.put("page", id);
            page.path("regions").forEach(region -> move((ObjectNode) region));
            pages.append(page).append('\n');
        }
        StringBuilder asked = new StringBuilder();
        for (String line : questions.lines().toList()) {
            ObjectNode question = (ObjectNode) JSON.readTree(line);
            question.put("page", byOldId.getOrDefault(question.path("page").asText(), ""));
            move(question);
            asked.append(question).append('\n');
        }
        try (PackageWriter writer = new PackageWriter(file)) {
            writer.add("labels.jsonl", pages.toString().getBytes(StandardCharsets.UTF_8));
            writer.add("questions.jsonl", asked.toString().getBytes(StandardCharsets.UTF_8));
            JsonNode results = JSON.readTree(quiz);
            results.forEach(result -> move((ObjectNode) result));
            writer.add("guide/quiz.json", JSON.writeValueAsBytes(results));
            writer.finish(Manifest.Kind.RETURN, sent.work(), sent.manifestSha256(), 1, key);
            writer.place();
        }
        return file;
    }

    private void move(ObjectNode node) {
        for (String field : TIMES) {
            JsonNode time = node.path(field);
            if (time.isIntegralNumber()) {
                node.put(field, time.longValue() + moved);
            }
        }
        if (node.has("package")) {
            node.put("package", sent.work().id());
        }
    }
}
