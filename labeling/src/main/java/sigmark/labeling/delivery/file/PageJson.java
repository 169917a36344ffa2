package sigmark.labeling.delivery.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.delivery.ReturnedPage;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;

/**
 * Pages as package files hold them, one a line. A page that goes out bears nothing that only the curator knows: no
 * split, state, tags or remark.
 */
public final class PageJson {
    private static final int MOST_REGIONS = 20_000;
    private static final int LARGEST_SIDE = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PageJson() {}

    /** A page that goes out: where its image is in the package, its labels and proposals. */
    public record Sent(Page page, String image, List<FormulaRegion> regions, List<FormulaRegion> proposals) {}

    /** A line with its end. */
    public static String line(JsonNode node) {
        try {
            return JSON.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write JSON", e);
        }
    }

    /** Labels as the project keeps them of a package. */
    public static String text(PageLabels labels) {
        return line(write(labels)).strip();
    }

    /** The counterpart of {@link #text}. */
    public static PageLabels labels(String text) {
        try {
            return labels(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }

    public static ObjectNode write(Sent sent) {
        Page page = sent.page();
        PageSource source = page.source();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("page", page.id()).put("name", page.name()).put("image", sent.image());
        node.put("sha256", source.sha256());
        source.pdfPage().ifPresent(number -> node.put("pdfPage", number));
        node.put("dpi", source.dpi());
        node.put("rawWidth", page.rawWidth()).put("rawHeight", page.rawHeight());
        node.put("exif", page.exifOrientation()).put("turns", page.quarterTurns());
        node.put("width", page.width()).put("height", page.height()).put("look", page.perceptualHash());
        putRegions(node, "regions", sent.regions());
        putRegions(node, "proposals", sent.proposals());
        return node;
    }

    /** Reads a page that came; order and time are the reader's. */
    public static Sent sent(JsonNode node, int order, Instant at) {
        String id = Fields.needed(node, "page");
        String image = Fields.needed(node, "image");
        Page page = new Page(
                id,
                order,
                Fields.needed(node, "name"),
                new PageSource(
                        image,
                        true,
                        Fields.needed(node, "sha256"),
                        node.has("pdfPage") ? OptionalInt.of(Fields.count(node, "pdfPage")) : OptionalInt.empty(),
                        Fields.count(node, "dpi")),
                side(node, "rawWidth"),
                side(node, "rawHeight"),
                Fields.count(node, "exif"),
                Fields.count(node, "turns"),
                side(node, "width"),
                side(node, "height"),
                node.path("look").longValue(),
                Split.NONE,
                LabelState.UNTOUCHED,
                Set.of(),
                "",
                at);
        Box whole = new Box(0, 0, page.width(), page.height());
        return new Sent(
                page,
                image,
                regions(node, "regions", id, Layer.HUMAN, whole),
                regions(node, "proposals", id, Layer.PROPOSAL, whole));
    }

    private static ObjectNode write(PageLabels labels) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("page", labels.pageId()).put("sha256", labels.sha256());
        node.put("turns", labels.quarterTurns());
        node.put("width", labels.width()).put("height", labels.height());
        putRegions(node, "regions", labels.regions());
        return node;
    }

    public static ObjectNode write(ReturnedPage page) {
        return write(page.labels()).put("activeMillis", page.activeMillis()).put("spanMillis", page.spanMillis());
    }

    /** Reads a page that came back. */
    public static ReturnedPage returned(JsonNode node) {
        return new ReturnedPage(labels(node), Fields.whole(node, "activeMillis"), Fields.whole(node, "spanMillis"));
    }

    private static PageLabels labels(JsonNode node) {
        int width = side(node, "width");
        int height = side(node, "height");
        String id = Fields.needed(node, "page");
        return new PageLabels(
                id,
                Fields.needed(node, "sha256"),
                Fields.count(node, "turns"),
                width,
                height,
                regions(node, "regions", id, Layer.HUMAN, new Box(0, 0, width, height)));
    }

    private static int side(JsonNode node, String field) {
        int side = Fields.count(node, field);
        if (side <= 0 || side > LARGEST_SIDE) {
            throw new IllegalArgumentException("%s is %d".formatted(field, side));
        }
        return side;
    }

    private static void putRegions(ObjectNode node, String field, List<FormulaRegion> regions) {
        var list = node.putArray(field);
        regions.forEach(region -> list.add(RegionJson.write(region)));
    }

    private static List<FormulaRegion> regions(JsonNode node, String field, String pageId, Layer layer, Box whole) {
        JsonNode list = node.path(field);
        if (list.size() > MOST_REGIONS) {
            throw new IllegalArgumentException("%d regions on a page".formatted(list.size()));
        }
        List<FormulaRegion> regions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode each : list) {
            FormulaRegion region = RegionJson.read(each, pageId, layer);
            if (!ids.add(region.id())) {
                throw new IllegalArgumentException("region %s stands twice".formatted(region.id()));
            }
            if (region.box().sharedArea(whole) <= 0) {
                throw new IllegalArgumentException("region %s lies outside the page".formatted(region.id()));
            }
            regions.add(region);
        }
        return regions;
    }
}
