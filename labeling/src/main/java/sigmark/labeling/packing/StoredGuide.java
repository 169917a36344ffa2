package sigmark.labeling.packing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.QuizResult;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;
import sigmark.labeling.store.guide.QuizStore;

/** The project's own work guide in packages: the version in force goes out, quiz results come back. */
public final class StoredGuide implements PackageGuide {
    private static final String GUIDE = "guide.json";
    private static final String QUIZ = "quiz.json";
    private static final int MOST_RESULTS = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Map<String, byte[]> files(ProjectStore store) {
        Optional<GuideVersion> current = new GuideStore(store).current();
        if (current.isEmpty()) {
            return Map.of();
        }
        GuideVersion version = current.get();
        ObjectNode node = JSON.createObjectNode();
        node.put("version", version.version()).put("person", version.person());
        node.put("publishedAt", version.publishedAt().toEpochMilli()).put("note", version.note());
        node.put("rules", version.source().rules());
        ObjectNode words = node.putObject("words");
        new TreeMap<>(version.source().words()).forEach(words::put);
        return Map.of(GUIDE, bytes(node));
    }

    @Override
    public void take(ProjectStore copy, Map<String, byte[]> files) {
        byte[] content = files.get(GUIDE);
        if (content == null) {
            return;
        }
        try {
            JsonNode node = JSON.readTree(content);
            Map<String, String> words = new TreeMap<>();
            node.path("words")
                    .properties()
                    .forEach(word -> words.put(word.getKey(), word.getValue().asText()));
            new GuideStore(copy)
                    .keep(new GuideVersion(
                            node.path("version").intValue(),
                            new GuideSource(node.path("rules").asText(), words),
                            node.path("person").asText(),
                            Instant.ofEpochMilli(node.path("publishedAt").longValue()),
                            node.path("note").asText()));
        } catch (IOException | IllegalArgumentException e) {
            throw bad(GUIDE, e);
        }
    }

    @Override
    public Map<String, byte[]> results(ProjectStore copy) {
        ArrayNode list = JSON.createArrayNode();
        for (QuizResult result : new QuizStore(copy).results()) {
            ObjectNode node = list.addObject();
            node.put("id", result.id()).put("guide", result.guideVersion());
            node.put("at", result.at().toEpochMilli());
            node.put("asked", result.asked()).put("correct", result.correct());
            node.put("threshold", result.threshold());
            result.missed().forEach(node.putArray("missed")::add);
        }
        return list.isEmpty() ? Map.of() : Map.of(QUIZ, bytes(list));
    }

    @Override
    public void takeResults(ProjectStore store, String labeler, Map<String, byte[]> files) {
        byte[] content = files.get(QUIZ);
        if (content == null) {
            return;
        }
        try {
            JsonNode list = JSON.readTree(content);
            if (list.size() > MOST_RESULTS) {
                throw new IllegalArgumentException("%d quiz results".formatted(list.size()));
            }
            QuizStore quiz = new QuizStore(store);
            for (JsonNode node : list) {
                List<String> missed = new ArrayList<>();
                node.path("missed").forEach(rule -> missed.add(rule.asText()));
                quiz.put(new QuizResult(
                        node.path("id").asText(),
                        labeler,
                        node.path("guide").intValue(),
                        Instant.ofEpochMilli(node.path("at").longValue()),
                        node.path("asked").intValue(),
                        node.path("correct").intValue(),
                        node.path("threshold").doubleValue(),
                        missed));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw bad(QUIZ, e);
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write JSON", e);
        }
    }

    private static ProblemException bad(String name, Exception e) {
        String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new ProblemException(
                Problem.of("package.bad-labels", "guide", "place", Entries.GUIDE + name, "detail", detail), e);
    }
}
