package sigmark.inference.synthesis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import sigmark.inference.page.Box;

/**
 * Draws the sample project's pages and writes their labels, from texts of ours that lie beside this class. With the same
 * Java and the same font files the bytes come out the same. How to run it stands in {@code src-resources/sample}.
 */
public final class SamplePages {
    private static final float JPEG_QUALITY = 0.88f;

    private final ObjectMapper json = new ObjectMapper();
    private final Typefaces typefaces;

    public SamplePages(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** Arguments: the folder of fonts, the folder of the sample. */
    public static void main(String[] arguments) throws IOException {
        SamplePages pages = new SamplePages(Typefaces.under(Path.of(arguments[0])));
        pages.write(names(), 1, Path.of(arguments[1]));
        pages.write(vendorNames(), names().size() + 1, Path.of(arguments[1], "vendors"));
    }

    /** Names of the labeled pages in order. */
    static List<String> names() {
        return Resources.lines("sample/pages.txt");
    }

    /** Names of the pages that go to labelers, in order. */
    static List<String> vendorNames() {
        return Resources.lines("sample/vendor-pages.txt");
    }

    /** Writes {@code pages/*} and {@code labels.jsonl} into a folder. */
    private void write(List<String> names, int first, Path folder) throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        StringBuilder labels = new StringBuilder();
        int number = first;
        for (String name : names) {
            SampleSheet sheet = SampleSheet.read(name);
            InkPage page = sheet.draw(typefaces, number++);
            String file = name + (sheet.jpeg() ? ".jpg" : ".png");
            Files.write(pages.resolve(file), sheet.jpeg() ? jpeg(page) : png(page));
            labels.append(json.writeValueAsString(label("pages/" + file, sheet, page)))
                    .append('\n');
        }
        Files.writeString(folder.resolve("labels.jsonl"), labels, StandardCharsets.UTF_8);
    }

    private ObjectNode label(String file, SampleSheet sheet, InkPage page) {
        ObjectNode line = json.createObjectNode();
        line.put("image", file);
        line.put("width", page.image().width());
        line.put("height", page.image().height());
        line.put("split", sheet.split());
        sheet.tags().forEach(line.putArray("tags")::add);
        ArrayNode regions = line.putArray("regions");
        int id = 1;
        for (DrawnFormula formula : page.formulas()) {
            ObjectNode region = regions.addObject();
            region.put("id", "%s-%03d".formatted(sheet.name().substring(0, 2), id++));
            Box box = formula.box();
            region.putArray("box")
                    .add((int) box.left())
                    .add((int) box.top())
                    .add((int) box.right())
                    .add((int) box.bottom());
            region.put("kind", formula.kind().word());
            region.put("writing", "printed");
            region.put("latex", formula.latex());
            region.putArray("flags");
            region.putNull("pieceOf");
        }
        return line;
    }

    static byte[] jpeg(InkPage page) throws IOException {
        return Filters.encode(page.image(), JPEG_QUALITY);
    }

    private static byte[] png(InkPage page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(page.image().toBufferedImage(), "png", bytes);
        return bytes.toByteArray();
    }
}
