package sigmark.labeling.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/**
 * COCO detection JSON, and its results files as proposals. {@code bbox} is {@code [x, y, width, height]} in the upright
 * page's pixels; the LaTeX stands as {@code latex} on the annotation, a field that other readers pass over. Ids may have
 * gaps; an image without annotations stays. An export is one {@code annotations.json} with {@code images/} beside it.
 */
final class CocoFormat implements ExchangeFormat {
    static final String FILE = "annotations.json";

    @Override
    public String name() {
        return "coco";
    }

    @Override
    public boolean reads() {
        return true;
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public boolean recognizes(Path file) {
        String start = TextRows.beginning(file, 1 << 16).stripLeading();
        if (start.startsWith("[")) {
            return start.contains("\"image_id\"") && start.contains("\"bbox\"");
        }
        return start.startsWith("{")
                && (start.contains("\"images\"") || start.contains("\"annotations\""))
                && !start.contains("\"shapes\"");
    }

    @Override
    public ReadLabels read(Path file, Progress progress) throws IOException {
        return new CocoReader(file).read();
    }

    @Override
    public Balance write(ExportSet set, Path folder, Progress progress) throws IOException {
        var balance = new ExportBalance();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(FILE));
                JsonGenerator json = JsonFields.JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectField("info", JsonFields.JSON.createObjectNode().put("description", "Sigmark labels"));
            json.writeObjectField("licenses", JsonFields.JSON.createArrayNode());
            json.writeObjectField("categories", categories());
            json.writeArrayFieldStart("images");
            int id = 0;
            for (Page page : set.pages()) {
                if (progress.cancelled()) {
                    return balance.balance();
                }
                set.writeImage(page, folder.resolve("images"), balance);
                json.writeObject(image(set, page, ++id));
                progress.update(id, set.pages().size(), page.name());
            }
            json.writeEndArray();
            writeAnnotations(set, json, balance);
            json.writeEndObject();
        }
        return balance.balance();
    }

    private static ArrayNode categories() {
        ArrayNode categories = JsonFields.JSON.createArrayNode();
        for (FormulaKind kind : KindWords.ORDER) {
            categories
                    .addObject()
                    .put("id", KindWords.ORDER.indexOf(kind) + 1)
                    .put("name", kind.word())
                    .put("supercategory", "formula");
        }
        return categories;
    }

    private static ObjectNode image(ExportSet set, Page page, int id) {
        ObjectNode image = JsonFields.JSON.createObjectNode();
        image.put("id", id);
        image.put("file_name", (set.options().images() ? "images/" : "") + set.imageName(page));
        image.put("width", page.width());
        image.put("height", page.height());
        image.put("split", page.split().word());
        JsonLinesFormat.writePageDetails(image, page);
        return image;
    }

    private static void writeAnnotations(ExportSet set, JsonGenerator json, ExportBalance balance) throws IOException {
        json.writeArrayFieldStart("annotations");
        int imageId = 0;
        int id = 0;
        for (Page page : set.pages()) {
            imageId++;
            List<FormulaRegion> regions = set.regions(page);
            balance.page(regions.size());
            for (FormulaRegion region : regions) {
                json.writeObject(annotation(region, ++id, imageId));
            }
        }
        json.writeEndArray();
    }

    private static ObjectNode annotation(FormulaRegion region, int id, int imageId) {
        Box box = region.box();
        ObjectNode annotation = JsonFields.JSON.createObjectNode();
        annotation.put("id", id);
        annotation.put("image_id", imageId);
        annotation.put("category_id", KindWords.ORDER.indexOf(region.kind()) + 1);
        annotation
                .putArray("bbox")
                .add(box.left())
                .add(box.top())
                .add(box.width())
                .add(box.height());
        annotation.put("area", box.area());
        annotation.put("iscrowd", 0);
        ArrayNode polygon = annotation.putArray("segmentation").addArray();
        polygon.add(box.left()).add(box.top()).add(box.right()).add(box.top());
        polygon.add(box.right()).add(box.bottom()).add(box.left()).add(box.bottom());
        if (!Box.ofSize(box.left(), box.top(), box.width(), box.height()).equals(box)) {
            // Left plus width rounds to another right: the corners bring the box back bit by bit.
            annotation
                    .putArray("corners")
                    .add(box.left())
                    .add(box.top())
                    .add(box.right())
                    .add(box.bottom());
        }
        annotation.put("region", region.id());
        JsonFields.writeDetails(annotation, region);
        return annotation;
    }
}
