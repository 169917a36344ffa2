package sigmark.labeling.exchange;

import static sigmark.labeling.exchange.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PageFrame;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.Balance;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;

/**
 * Sigmark's own JSON Lines. Detector: one page a line, {@code {"image", "width", "height", "split", "regions": [{"id",
 * "box": [x0,y0,x1,y1], "kind", "writing", "latex", "flags", "pieceOf"}]}}, boxes in the upright page's pixels.
 * Recognizer: one crop a line, {@code {"image", "latex", "split", "source": {"page", "region"}}}. Beside the
 * contract's fields an export names {@code page}, {@code state}, {@code tags} and {@code remark}, so that nothing is
 * lost on the way back.
 */
final class JsonLinesFormat implements ExchangeFormat {
    static final String FILE = "labels.jsonl";

    @Override
    public String name() {
        return "jsonl";
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
        String line = start.lines().findFirst().orElse("");
        return line.startsWith("{")
                && line.contains("\"image\"")
                && (line.contains("\"regions\"") || line.contains("\"latex\""));
    }

    @Override
    public ReadLabels read(Path file, Progress progress) throws IOException {
        var result = new ReadLabels();
        Path folder = FileNames.folderOf(file);
        TextRows.each(file, result, (where, line) -> {
            try {
                JsonNode row = JsonFields.parse(line);
                if (row.path("regions").isArray()) {
                    result.add(page(row, folder, where, result));
                } else if (row.has("latex") && row.has("image")) {
                    result.add(crop(row, folder, where));
                } else {
                    result.loseRow(where, "neither “regions” nor “latex”");
                }
            } catch (IllegalArgumentException e) {
                result.loseRow(where, String.valueOf(e.getMessage()));
            } catch (ProblemException e) {
                result.lose(where, e.problem());
            }
        });
        return result;
    }

    private static LabeledPage page(JsonNode row, Path folder, String where, ReadLabels result) {
        String image = text(row, "image").orElseThrow(() -> new IllegalArgumentException("no “image”"));
        List<LabeledRegion> regions = new ArrayList<>();
        int number = 0;
        for (JsonNode each : row.path("regions")) {
            String at = where + " region " + ++number;
            try {
                double[] box = JsonFields.four(each, "box");
                regions.add(JsonFields.readDetails(
                        each,
                        text(each, "id").orElse(""),
                        new Box(box[0], box[1], box[2], box[3]),
                        JsonFields.kind(each, "kind", FormulaKind.INLINE),
                        text(each, "latex"),
                        at));
            } catch (IllegalArgumentException e) {
                result.loseRow(at, String.valueOf(e.getMessage()));
            }
        }
        return new LabeledPage(
                image,
                FileNames.find(folder, image),
                text(row, "page").orElse(""),
                JsonFields.count(row, "width"),
                JsonFields.count(row, "height"),
                text(row, "split").flatMap(Split::ofWord),
                JsonFields.state(row),
                Set.copyOf(JsonFields.words(row, "tags")),
                text(row, "remark").orElse(""),
                regions,
                where);
    }

    /** A crop is a page of its own that shows one formula, unless the region that it was cut from is known. */
    private static LabeledPage crop(JsonNode row, Path folder, String where) {
        String image = text(row, "image").orElseThrow(() -> new IllegalArgumentException("no “image”"));
        Optional<Path> file = FileNames.find(folder, image);
        PageFrame frame = file.map(f -> PageDecoder.probe(f).pages().get(0)).orElse(new PageFrame(1, 1, 1));
        LabeledRegion region = JsonFields.readDetails(
                row,
                text(row.path("source"), "region").orElse(""),
                new Box(0, 0, frame.width(), frame.height()),
                JsonFields.kind(row, "kind", FormulaKind.DISPLAY),
                text(row, "latex"),
                where);
        return LabeledPage.of(image, file, frame.width(), frame.height(), List.of(region), where)
                .used(text(row, "split").flatMap(Split::ofWord));
    }

    @Override
    public Balance write(ExportSet set, Path folder, Progress progress) throws IOException {
        return set.options().model() == ExportOptions.Model.DETECTOR
                ? writePages(set, folder, progress)
                : writeCrops(set, folder, progress);
    }

    private static Balance writePages(ExportSet set, Path folder, Progress progress) throws IOException {
        var balance = new ExportBalance();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(FILE))) {
            int done = 0;
            for (Page page : set.pages()) {
                if (progress.cancelled()) {
                    break;
                }
                List<FormulaRegion> regions = set.regions(page);
                balance.page(regions.size());
                set.writeImage(page, folder.resolve("images"), balance);
                out.write(JsonFields.JSON.writeValueAsString(row(set, page, regions)));
                out.write('\n');
                progress.update(++done, set.pages().size(), page.name());
            }
        }
        return balance.balance();
    }

    private static ObjectNode row(ExportSet set, Page page, List<FormulaRegion> regions) {
        ObjectNode row = JsonFields.JSON.createObjectNode();
        row.put("image", "images/" + set.imageName(page));
        row.put("width", page.width());
        row.put("height", page.height());
        row.put("split", page.split().word());
        ArrayNode list = row.putArray("regions");
        for (FormulaRegion region : regions) {
            ObjectNode each = list.addObject();
            each.put("id", region.id());
            Box box = region.box();
            each.putArray("box").add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
            each.put("kind", region.kind().word());
            JsonFields.writeDetails(each, region);
        }
        writePageDetails(row, page);
        return row;
    }

    static void writePageDetails(ObjectNode row, Page page) {
        row.put("page", page.name());
        row.put("state", page.state().word());
        if (!page.tags().isEmpty()) {
            new TreeSet<>(page.tags()).forEach(row.putArray("tags")::add);
        }
        if (!page.remark().isEmpty()) {
            row.put("remark", page.remark());
        }
    }

    private static Balance writeCrops(ExportSet set, Path folder, Progress progress) throws IOException {
        var balance = new ExportBalance();
        Path crops = Files.createDirectories(folder.resolve("crops"));
        Set<String> taken = new HashSet<>();
        boolean latex = set.options().model() == ExportOptions.Model.RECOGNIZER;
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(FILE))) {
            int done = 0;
            for (Page page : set.pages()) {
                if (progress.cancelled()) {
                    break;
                }
                List<FormulaRegion> usable = balance.readable(page, set.cropRegions(page), latex);
                Optional<PixelImage> pixels = usable.isEmpty() ? Optional.empty() : set.pixels(page, balance);
                int number = 0;
                for (FormulaRegion region : pixels.isEmpty() ? List.<FormulaRegion>of() : usable) {
                    String name = FileNames.stem(set.imageName(page)) + "-" + ++number + ".png";
                    String unique = FileNames.unique(name, taken);
                    ExportSet.writePng(pixels.get().crop(region.box()), crops.resolve(unique));
                    out.write(JsonFields.JSON.writeValueAsString(cropRow(page, region, unique)));
                    out.write('\n');
                    balance.written(1);
                }
                progress.update(++done, set.pages().size(), page.name());
            }
        }
        return balance.balance();
    }

    private static ObjectNode cropRow(Page page, FormulaRegion region, String name) {
        ObjectNode row = JsonFields.JSON.createObjectNode();
        row.put("image", "crops/" + name);
        row.put("latex", region.latex().orElse(""));
        row.put("split", page.split().word());
        row.putObject("source").put("page", page.name()).put("region", region.id());
        row.put("kind", region.kind().word());
        row.put("writing", region.writing().word());
        if (region.state() != LabelState.LABELED) {
            row.put("state", region.state().word());
        }
        return row;
    }
}
