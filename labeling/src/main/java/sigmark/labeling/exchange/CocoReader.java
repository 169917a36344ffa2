package sigmark.labeling.exchange;

import static sigmark.labeling.exchange.JsonFields.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.exchange.file.FoundFiles;
import sigmark.labeling.project.Split;

/** Reads one COCO file, row by row, so that large files need no tree in memory. */
final class CocoReader {
    /** Corners that stand beside {@code bbox} are believed when they agree to this, in pixels. */
    private static final double SAME = 1e-6;

    private final Path file;
    private final ReadLabels result = new ReadLabels();
    private final Map<String, String> categories = new LinkedHashMap<>();
    private final Map<String, LabeledPage> images = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> annotations = new LinkedHashMap<>();
    private long annotationNumber;

    CocoReader(Path file) {
        this.file = file;
    }

    ReadLabels read() throws IOException {
        boolean bare = TextRows.beginning(file, 4096).stripLeading().startsWith("[");
        if (bare) {
            readImagesBeside();
            scan(file, Map.of("", this::annotation));
        } else {
            scan(file, Map.of("images", this::image, "categories", this::category, "annotations", this::annotation));
        }
        images.forEach((id, page) -> {
            List<LabeledRegion> regions = new ArrayList<>();
            for (JsonNode row : annotations.getOrDefault(id, List.of())) {
                region(row).ifPresent(regions::add);
            }
            annotations.remove(id);
            if (!bare || !regions.isEmpty()) {
                result.add(page.with(regions));
            }
        });
        annotations
                .values()
                .forEach(rows -> rows.forEach(row -> {
                    String where = row.path("where").asText();
                    result.lose(
                            where,
                            Problem.of(
                                    "exchange.no-such-image",
                                    where,
                                    "image",
                                    row.path("image_id").asText()));
                }));
        return result;
    }

    /** Images and categories of a results file stand in the annotation file that it was made from. */
    private void readImagesBeside() throws IOException {
        List<Path> candidates =
                FoundFiles.in(List.of(FileNames.folderOf(file)), false).files();
        for (Path other : candidates) {
            boolean fits = !Files.isSameFile(other, file)
                    && String.valueOf(other.getFileName()).endsWith(".json")
                    && TextRows.beginning(other, 1 << 16).contains("\"images\"");
            if (fits) {
                scan(other, Map.of("images", this::image, "categories", this::category));
                if (!images.isEmpty()) {
                    return;
                }
            }
        }
        throw new ProblemException(Problem.of("exchange.results-need-annotations", file.toString()));
    }

    /** Gives each element of the named arrays of the root object; of a root that is an array, under the name "". */
    private void scan(Path json, Map<String, BiConsumer<String, JsonNode>> rows) throws IOException {
        try (JsonParser parser = JsonFields.JSON.createParser(json.toFile())) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                elements(json, parser, rows.getOrDefault("", (where, row) -> {}));
            } else if (first == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    BiConsumer<String, JsonNode> row = rows.get(parser.currentName());
                    boolean list = parser.nextToken() == JsonToken.START_ARRAY;
                    if (row != null && list) {
                        elements(json, parser, row);
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                throw new ProblemException(Problem.of("exchange.syntax", json.toString(), "detail", "no JSON object"));
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? json.toString() : json + ":" + at.getLineNr();
            throw new ProblemException(
                    Problem.of("exchange.syntax", where, "detail", String.valueOf(e.getOriginalMessage())), e);
        } catch (StackOverflowError e) {
            throw new ProblemException(Problem.of("exchange.syntax", json.toString(), "detail", "nested too deep"), e);
        }
    }

    private void elements(Path json, JsonParser parser, BiConsumer<String, JsonNode> row) throws IOException {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            String where = TextRows.where(json, parser.currentTokenLocation().getLineNr());
            JsonNode node = JsonFields.JSON.readTree(parser);
            try {
                if (!node.isObject()) {
                    throw new IllegalArgumentException("not an object");
                }
                row.accept(where, node);
            } catch (IllegalArgumentException e) {
                result.loseRow(where, String.valueOf(e.getMessage()));
            }
        }
    }

    private static String id(JsonNode row, String field) {
        return text(row, field).orElseThrow(() -> new IllegalArgumentException("no “%s”".formatted(field)));
    }

    private void category(String where, JsonNode row) {
        categories.put(id(row, "id"), text(row, "name").orElse(""));
    }

    private void image(String where, JsonNode row) {
        String id = id(row, "id");
        String name = id(row, "file_name");
        Path folder = FileNames.folderOf(file);
        var page = new LabeledPage(
                name,
                FileNames.find(folder, name).or(() -> FileNames.find(folder, "images/" + name)),
                text(row, "page").orElse(""),
                JsonFields.count(row, "width"),
                JsonFields.count(row, "height"),
                text(row, "split").flatMap(Split::ofWord),
                JsonFields.state(row),
                Set.copyOf(JsonFields.words(row, "tags")),
                text(row, "remark").orElse(""),
                List.of(),
                where);
        if (images.putIfAbsent(id, page) != null) {
            throw new IllegalArgumentException("image id %s a second time".formatted(id));
        }
    }

    private void annotation(String where, JsonNode row) {
        annotationNumber++;
        ((com.fasterxml.jackson.databind.node.ObjectNode) row)
                .put("where", where + " annotation " + annotationNumber)
                .remove("segmentation");
        annotations
                .computeIfAbsent(id(row, "image_id"), id -> new ArrayList<>())
                .add(row);
    }

    private Optional<LabeledRegion> region(JsonNode row) {
        String where = row.path("where").asText();
        try {
            String category = categories.getOrDefault(text(row, "category_id").orElse(""), "");
            Optional<FormulaKind> kind =
                    categories.isEmpty() ? Optional.of(FormulaKind.INLINE) : KindWords.of(category);
            if (kind.isEmpty()) {
                result.lose(where, Problem.of("exchange.not-a-formula", where, "category", category));
                return Optional.empty();
            }
            if (row.path("iscrowd").asInt() == 1) {
                result.lose(where, Problem.of("exchange.crowd", where));
                return Optional.empty();
            }
            LabeledRegion region = JsonFields.readDetails(
                    row, text(row, "region").orElse(""), box(row), kind.get(), latex(row), where);
            return Optional.of(region.scored(score(row)));
        } catch (IllegalArgumentException e) {
            result.loseRow(where, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Box box(JsonNode row) {
        double[] size = JsonFields.four(row, "bbox");
        Box box = Box.ofSize(size[0], size[1], size[2], size[3]);
        if (!row.path("corners").isArray()) {
            return box;
        }
        double[] c = JsonFields.four(row, "corners");
        Box corners = new Box(c[0], c[1], c[2], c[3]);
        boolean agree = Math.abs(corners.left() - box.left()) < SAME
                && Math.abs(corners.top() - box.top()) < SAME
                && Math.abs(corners.right() - box.right()) < SAME
                && Math.abs(corners.bottom() - box.bottom()) < SAME;
        return agree ? corners : box;
    }

    /** Our own name for it first, then those of other tools. */
    private static Optional<String> latex(JsonNode row) {
        return text(row, "latex")
                .or(() -> text(row, "text"))
                .or(() -> text(row, "caption"))
                .or(() -> text(row.path("attributes"), "latex"));
    }

    private static OptionalDouble score(JsonNode row) {
        if (!row.has("score") || row.path("score").isNull()) {
            return OptionalDouble.empty();
        }
        double score = JsonFields.number(row.path("score"), "score");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score %s is not from 0 to 1".formatted(score));
        }
        return OptionalDouble.of(score);
    }
}
