package sigmark.analysis.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** Reads boxes from COCO files: ground truth ({@code images}, {@code annotations}, {@code categories}) and results (a list). */
public final class BoxFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<Long> images = new LinkedHashSet<>();
    private final Map<Long, String> categories = new LinkedHashMap<>();

    private BoxFiles() {}

    /** Reads both files; one that cannot be read at all is a problem, a bad record is left out with its reason. */
    public static BoxSet read(Path truth, Path results) {
        return new BoxFiles().readBoth(truth, results);
    }

    private BoxSet readBoth(Path truth, Path results) {
        JsonNode document = tree(truth);
        if (!document.path("images").isArray() || !document.path("annotations").isArray()) {
            throw new ProblemException(Problem.of("score.not-coco-truth", truth.toString()));
        }
        document.get("images").forEach(image -> images.add(image.path("id").asLong()));
        Set<String> names = new HashSet<>();
        document.path("categories").forEach(category -> {
            long id = category.path("id").asLong();
            String name = category.path("name").asText(Long.toString(id));
            categories.put(id, names.add(name) ? name : name + " (" + id + ")");
        });
        if (categories.isEmpty()) {
            document.get("annotations").forEach(annotation -> {
                long id = annotation.path("category_id").asLong();
                categories.putIfAbsent(id, Long.toString(id));
            });
        }
        List<TrueBox> truths = new ArrayList<>();
        int place = 0;
        for (JsonNode annotation : document.get("annotations")) {
            truth(annotation, truth + " annotation " + ++place).ifPresent(truths::add);
        }
        List<FoundBox> found = found(results);
        return new BoxSet(List.copyOf(images), categories, truths, found, leftOut);
    }

    private Optional<TrueBox> truth(JsonNode node, String where) {
        Optional<RawBox> box = box(node, where);
        return box.map(b -> new TrueBox(
                node.path("id").asLong(),
                node.path("image_id").asLong(),
                node.path("category_id").asLong(),
                b,
                node.path("area").asDouble(b.area()),
                node.path("iscrowd").asInt() != 0 || node.path("iscrowd").asBoolean()));
    }

    private List<FoundBox> found(Path results) {
        JsonNode list = tree(results);
        if (!list.isArray()) {
            throw new ProblemException(Problem.of("score.not-coco-results", results.toString()));
        }
        List<FoundBox> found = new ArrayList<>();
        int place = 0;
        for (JsonNode node : list) {
            String where = results + " result " + ++place;
            if (!node.path("score").isNumber()) {
                leftOut.add(new LeftOut(where, Problem.of("score.bad-box", where)));
                continue;
            }
            box(node, where)
                    .ifPresent(box -> found.add(new FoundBox(
                            node.path("image_id").asLong(),
                            node.path("category_id").asLong(),
                            box,
                            node.get("score").asDouble())));
        }
        return found;
    }

    /** The record's box when its image and category are known and its four numbers are finite. */
    private Optional<RawBox> box(JsonNode node, String where) {
        JsonNode box = node.path("bbox");
        boolean numbers = box.size() == 4;
        for (JsonNode number : box) {
            numbers &= number.isNumber() && Double.isFinite(number.asDouble());
        }
        Problem problem;
        if (!numbers) {
            problem = Problem.of("score.bad-box", where);
        } else if (!node.path("image_id").isNumber()
                || !images.contains(node.get("image_id").asLong())) {
            problem = Problem.of("score.unknown-image", where);
        } else if (!node.path("category_id").isNumber()
                || !categories.containsKey(node.get("category_id").asLong())) {
            problem = Problem.of("score.unknown-category", where);
        } else {
            return Optional.of(new RawBox(
                    box.get(0).asDouble(),
                    box.get(1).asDouble(),
                    box.get(2).asDouble(),
                    box.get(3).asDouble()));
        }
        leftOut.add(new LeftOut(where, problem));
        return Optional.empty();
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("score.unreadable", file.toString(), "detail", firstLine(e.getMessage())), e);
        }
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
