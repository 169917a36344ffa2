package sigmark.labeling.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sigmark.inference.page.Box;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/**
 * Label Studio's JSON of tasks. A region is several results with one id: a rectangle in percent of the image, and a text
 * area with its LaTeX. Of several annotations of a task the ground truth counts, else the latest; cancelled ones do not.
 * Predictions become proposals.
 */
final class LabelStudioFormat implements ExchangeFormat {
    @Override
    public String name() {
        return "labelstudio";
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
        return start.startsWith("[")
                && start.contains("\"data\"")
                && (start.contains("\"annotations\"") || start.contains("\"predictions\""));
    }

    @Override
    public ReadLabels read(Path file, Progress progress) throws IOException {
        var tasks = new LabelStudioTasks(file);
        try (JsonParser parser = JsonFields.JSON.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new ProblemException(
                        Problem.of("exchange.syntax", file.toString(), "detail", "no list of tasks"));
            }
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                JsonNode task = JsonFields.JSON.readTree(parser);
                tasks.add(task, TextRows.where(file, line));
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? file.toString() : file + ":" + at.getLineNr();
            throw new ProblemException(
                    Problem.of("exchange.syntax", where, "detail", String.valueOf(e.getOriginalMessage())), e);
        } catch (StackOverflowError e) {
            throw new ProblemException(Problem.of("exchange.syntax", file.toString(), "detail", "nested too deep"), e);
        }
        return tasks.result();
    }

    @Override
    public Balance write(ExportSet set, Path folder, Progress progress) throws IOException {
        var balance = new ExportBalance();
        try (var out = Files.newBufferedWriter(folder.resolve("tasks.json"));
                JsonGenerator json = JsonFields.JSON.createGenerator(out)) {
            json.writeStartArray();
            int id = 0;
            for (Page page : set.pages()) {
                if (progress.cancelled()) {
                    return balance.balance();
                }
                List<FormulaRegion> regions = set.regions(page);
                balance.page(regions.size());
                set.writeImage(page, folder.resolve("images"), balance);
                json.writeObject(task(set, page, regions, ++id));
                progress.update(id, set.pages().size(), page.name());
            }
            json.writeEndArray();
        }
        return balance.balance();
    }

    private static ObjectNode task(ExportSet set, Page page, List<FormulaRegion> regions, int id) {
        ObjectNode task = JsonFields.JSON.createObjectNode();
        task.put("id", id);
        task.putObject("data").put("image", "images/" + set.imageName(page));
        ObjectNode meta = task.putObject("meta");
        meta.put("split", page.split().word());
        JsonLinesFormat.writePageDetails(meta, page);
        ArrayNode annotations = task.putArray("annotations");
        if (set.isLabeled(page)) {
            ObjectNode annotation = annotations.addObject();
            annotation.put("id", id);
            annotation.put("was_cancelled", false);
            annotation.put("ground_truth", false);
            ArrayNode result = annotation.putArray("result");
            regions.forEach(region -> addRegion(result, page, region));
        }
        return task;
    }

    private static void addRegion(ArrayNode results, Page page, FormulaRegion region) {
        Box box = region.box();
        ObjectNode rectangle = result(results, page, region, "label", "rectanglelabels");
        ObjectNode value = percent(rectangle.putObject("value"), page, box);
        value.putArray("rectanglelabels").add(region.kind().word());
        ObjectNode meta = rectangle.putObject("meta");
        // Percents round; the pixels bring the box back bit by bit.
        meta.putArray("box").add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
        meta.put("region", region.id());
        JsonFields.writeDetails(meta, region);
        region.latex().ifPresent(latex -> {
            ObjectNode text =
                    percent(result(results, page, region, "latex", "textarea").putObject("value"), page, box);
            text.putArray("text").add(latex);
        });
    }

    private static ObjectNode result(ArrayNode results, Page page, FormulaRegion region, String name, String type) {
        ObjectNode result = results.addObject();
        result.put("id", region.id());
        result.put("from_name", name);
        result.put("to_name", "image");
        result.put("type", type);
        result.put("original_width", page.width());
        result.put("original_height", page.height());
        result.put("image_rotation", 0);
        return result;
    }

    private static ObjectNode percent(ObjectNode value, Page page, Box box) {
        return value.put("x", 100 * box.left() / page.width())
                .put("y", 100 * box.top() / page.height())
                .put("width", 100 * box.width() / page.width())
                .put("height", 100 * box.height() / page.height())
                .put("rotation", 0);
    }
}
