package sigmark.labeling.exchange;

import static sigmark.labeling.exchange.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Split;

/** Reads Label Studio's tasks one by one. */
final class LabelStudioTasks {
    private static final double SAME = 1e-6;

    private final Path folder;
    private final ReadLabels result = new ReadLabels();

    LabelStudioTasks(Path file) {
        this.folder = FileNames.folderOf(file);
    }

    ReadLabels result() {
        return result;
    }

    void add(JsonNode task, String where) {
        try {
            String image = image(task);
            List<LabeledRegion> regions = new ArrayList<>();
            int[] size = {0, 0};
            Optional<JsonNode> annotation = chosen(task.path("annotations"));
            annotation.ifPresent(a -> regions.addAll(regions(a.path("result"), where, OptionalDouble.empty(), size)));
            for (JsonNode prediction : task.path("predictions")) {
                double score = Math.max(0, Math.min(1, prediction.path("score").asDouble(0)));
                regions.addAll(regions(prediction.path("result"), where, OptionalDouble.of(score), size));
            }
            JsonNode meta = task.path("meta");
            result.add(new LabeledPage(
                    image.startsWith("/data/") ? withoutUpload(image) : image,
                    file(image),
                    text(meta, "page").orElse(""),
                    size[0],
                    size[1],
                    text(meta, "split").flatMap(Split::ofWord),
                    JsonFields.state(meta).or(() -> annotation.map(a -> LabelState.LABELED)),
                    Set.copyOf(JsonFields.words(meta, "tags")),
                    text(meta, "remark").orElse(""),
                    regions,
                    where));
        } catch (IllegalArgumentException e) {
            result.loseRow(where, String.valueOf(e.getMessage()));
        }
    }

    /** The image's field has no fixed name: {@code image}, {@code ocr}, {@code img}, … */
    private static String image(JsonNode task) {
        JsonNode data = task.path("data");
        for (String field : List.of("image", "ocr", "img", "url")) {
            Optional<String> value = text(data, field);
            if (value.isPresent()) {
                return value.get();
            }
        }
        throw new IllegalArgumentException("no image in “data”");
    }

    /** A path, an upload {@code /data/upload/1/ab12cd34-name.png}, or local storage {@code /data/local-files/?d=…}. */
    private Optional<Path> file(String image) {
        String path = image.contains("?d=") ? image.substring(image.indexOf("?d=") + 3) : image;
        String base = FileNames.base(path);
        String plain = withoutUpload(path);
        return FileNames.find(folder, path)
                .or(() -> FileNames.find(folder, base))
                .or(() -> FileNames.find(folder, plain))
                .or(() -> FileNames.find(folder, "images/" + base))
                .or(() -> FileNames.find(folder, "images/" + plain));
    }

    /** The file's name as it was before it was uploaded. */
    private static String withoutUpload(String path) {
        return FileNames.base(path).replaceFirst("^[0-9a-f]{8}-", "");
    }

    private static Optional<JsonNode> chosen(JsonNode annotations) {
        Optional<JsonNode> chosen = Optional.empty();
        for (JsonNode each : annotations) {
            if (each.path("was_cancelled").asBoolean()) {
                continue;
            }
            if (each.path("ground_truth").asBoolean()) {
                return Optional.of(each);
            }
            chosen = Optional.of(each);
        }
        return chosen;
    }

    private List<LabeledRegion> regions(JsonNode results, String where, OptionalDouble score, int[] size) {
        Map<String, List<JsonNode>> byId = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode each : results) {
            String id = text(each, "id").orElse("#" + ++number);
            byId.computeIfAbsent(id, key -> new ArrayList<>()).add(each);
        }
        List<LabeledRegion> regions = new ArrayList<>();
        byId.forEach((id, parts) -> {
            String at = where + " region " + id;
            try {
                regions.add(region(parts, at, size).scored(score));
            } catch (IllegalArgumentException e) {
                result.loseRow(at, String.valueOf(e.getMessage()));
            } catch (ProblemException e) {
                result.lose(at, e.problem());
            }
        });
        return regions;
    }

    private LabeledRegion region(List<JsonNode> parts, String where, int[] size) {
        JsonNode rectangle = parts.stream()
                .filter(part -> part.path("value").has("width"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rectangle"));
        int width = JsonFields.count(rectangle, "original_width");
        int height = JsonFields.count(rectangle, "original_height");
        if (width == 0 || height == 0) {
            throw new IllegalArgumentException("no original size");
        }
        size[0] = width;
        size[1] = height;
        Box box = box(rectangle, width, height, where);
        String label = parts.stream()
                .flatMap(part -> JsonFields.words(part.path("value"), "rectanglelabels").stream())
                .findFirst()
                .orElse("inline");
        FormulaKind kind = KindWords.of(label)
                .orElseThrow(
                        () -> new ProblemException(Problem.of("exchange.not-a-formula", where, "category", label)));
        Optional<String> latex = parts.stream()
                .map(part -> part.path("value").path("text"))
                .filter(text -> !text.isMissingNode())
                .findFirst()
                .map(text -> text.isArray() ? text.path(0).asText("") : text.asText(""));
        JsonNode meta = rectangle.path("meta");
        return JsonFields.readDetails(
                meta.isObject() ? meta : JsonFields.JSON.createObjectNode(),
                text(meta, "region").orElse(""),
                box,
                kind,
                latex,
                where);
    }

    /** Percent of the original size; turned clockwise about the top left corner, in pixels. */
    private Box box(JsonNode rectangle, int width, int height, String where) {
        JsonNode value = rectangle.path("value");
        double x = JsonFields.number(value.path("x"), "x") * width / 100;
        double y = JsonFields.number(value.path("y"), "y") * height / 100;
        double w = JsonFields.number(value.path("width"), "width") * width / 100;
        double h = JsonFields.number(value.path("height"), "height") * height / 100;
        double angle = Math.toRadians(value.path("rotation").asDouble(0));
        if (angle == 0) {
            Box box = Box.ofSize(x, y, w, h);
            return exact(rectangle.path("meta"), box).orElse(box);
        }
        result.note(where, Problem.of("exchange.slanted", where));
        double[] xs = {0, w * Math.cos(angle), -h * Math.sin(angle), w * Math.cos(angle) - h * Math.sin(angle)};
        double[] ys = {0, w * Math.sin(angle), h * Math.cos(angle), w * Math.sin(angle) + h * Math.cos(angle)};
        java.util.Arrays.sort(xs);
        java.util.Arrays.sort(ys);
        return new Box(x + xs[0], y + ys[0], x + xs[3], y + ys[3]);
    }

    private static Optional<Box> exact(JsonNode meta, Box near) {
        if (!meta.path("box").isArray()) {
            return Optional.empty();
        }
        double[] c = JsonFields.four(meta, "box");
        Box box = new Box(c[0], c[1], c[2], c[3]);
        boolean agree = Math.abs(box.left() - near.left()) < SAME
                && Math.abs(box.top() - near.top()) < SAME
                && Math.abs(box.right() - near.right()) < SAME
                && Math.abs(box.bottom() - near.bottom()) < SAME;
        return agree ? Optional.of(box) : Optional.empty();
    }
}
