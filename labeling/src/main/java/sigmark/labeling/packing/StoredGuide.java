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
import sigmark.labeling.guide.QuizSetting;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;
import sigmark.labeling.store.guide.QuizStore;

/**
 * The project's own work guide in packages: the version in force goes out with the quiz's threshold and what the labeler
 * passed before, so that nobody has to pass twice; quiz results come back.
 */
public final class StoredGuide implements PackageGuide {
    private static final String GUIDE = "guide.json";
    private static final String QUIZ = "quiz.json";
    private static final int MOST_RESULTS = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Map<String, byte[]> files(ProjectStore store, String labeler) {
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
        QuizStore quiz = new QuizStore(store);
        node.putObject("quiz")
                .put("threshold", quiz.setting().threshold())
                .put("asked", quiz.setting().asked())
                .set(
                        "passed",
                        json(quiz.results().stream()
                                .filter(result -> result.person().equals(labeler) && result.passed())
                                .toList()));
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
            takeQuiz(copy, node.path("quiz"));
        } catch (IOException | IllegalArgumentException e) {
            throw bad(GUIDE, e);
        }
    }

    private static void takeQuiz(ProjectStore copy, JsonNode node) {
        if (node.isObject()) {
            QuizStore quiz = new QuizStore(copy);
            quiz.set(new QuizSetting(
                    node.path("threshold").doubleValue(), node.path("asked").intValue()));
            results(node.path("passed"), copy.author().person()).forEach(quiz::put);
        }
    }

    @Override
    public Map<String, byte[]> results(ProjectStore copy) {
        ArrayNode list = json(new QuizStore(copy).results());
        return list.isEmpty() ? Map.of() : Map.of(QUIZ, bytes(list));
    }

    private static ArrayNode json(List<QuizResult> results) {
        ArrayNode list = JSON.createArrayNode();
        for (QuizResult result : results) {
            ObjectNode node = list.addObject();
            node.put("id", result.id()).put("guide", result.guideVersion());
            node.put("at", result.at().toEpochMilli());
            node.put("asked", result.asked()).put("correct", result.correct());
            node.put("threshold", result.threshold());
            result.missed().forEach(node.putArray("missed")::add);
        }
        return list;
    }

    @Override
    public void takeResults(ProjectStore store, String labeler, Map<String, byte[]> files) {
        byte[] content = files.get(QUIZ);
        if (content == null) {
            return;
        }
        try {
            QuizStore quiz = new QuizStore(store);
            results(JSON.readTree(content), labeler).forEach(quiz::put);
        } catch (IOException | IllegalArgumentException e) {
            throw bad(QUIZ, e);
        }
    }

    private static List<QuizResult> results(JsonNode list, String labeler) {
        if (list.size() > MOST_RESULTS) {
            throw new IllegalArgumentException("%d quiz results".formatted(list.size()));
        }
        List<QuizResult> results = new ArrayList<>();
        for (JsonNode node : list) {
            List<String> missed = new ArrayList<>();
            node.path("missed").forEach(rule -> missed.add(rule.asText()));
            results.add(new QuizResult(
                    node.path("id").asText(),
                    labeler,
                    node.path("guide").intValue(),
                    Instant.ofEpochMilli(node.path("at").longValue()),
                    node.path("asked").intValue(),
                    node.path("correct").intValue(),
                    node.path("threshold").doubleValue(),
                    missed));
        }
        return results;
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
