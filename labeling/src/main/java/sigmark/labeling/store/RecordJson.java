package sigmark.labeling.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RunEnvironment;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.Split;

/** Pages, regions and parts of them as JSON objects: how the journal holds them. */
final class RecordJson {
    static final ObjectMapper JSON = new ObjectMapper();

    private RecordJson() {}

    static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write JSON", e);
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }

    static ObjectNode object(Page page) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", page.id()).put("order", page.order()).put("name", page.name());
        PageSource source = page.source();
        node.put("path", source.path()).put("copied", source.copied()).put("sha256", source.sha256());
        if (source.pdfPage().isPresent()) {
            node.put("pdfPage", source.pdfPage().getAsInt());
        }
        node.put("dpi", source.dpi());
        node.put("rawWidth", page.rawWidth()).put("rawHeight", page.rawHeight());
        node.put("exifOrientation", page.exifOrientation()).put("quarterTurns", page.quarterTurns());
        node.put("width", page.width()).put("height", page.height()).put("hash", page.perceptualHash());
        node.put("split", Words.word(page.split())).put("state", Words.word(page.state()));
        node.put("tags", Words.tags(page.tags())).put("remark", page.remark());
        return node.put("importedAt", page.importedAt().toEpochMilli());
    }

    static Page page(JsonNode node) {
        OptionalInt pdfPage =
                node.has("pdfPage") ? OptionalInt.of(node.get("pdfPage").intValue()) : OptionalInt.empty();
        return new Page(
                text(node, "id"),
                number(node, "order"),
                text(node, "name"),
                new PageSource(
                        text(node, "path"),
                        node.required("copied").booleanValue(),
                        text(node, "sha256"),
                        pdfPage,
                        number(node, "dpi")),
                number(node, "rawWidth"),
                number(node, "rawHeight"),
                number(node, "exifOrientation"),
                number(node, "quarterTurns"),
                number(node, "width"),
                number(node, "height"),
                node.required("hash").longValue(),
                Words.of(Split.class, text(node, "split")),
                Words.of(LabelState.class, text(node, "state")),
                Words.tags(text(node, "tags")),
                text(node, "remark"),
                instant(node, "importedAt"));
    }

    static ObjectNode object(FormulaRegion region) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", region.id()).put("page", region.pageId()).put("layer", Words.word(region.layer()));
        node.put("order", region.order());
        Box box = region.box();
        node.putArray("box").add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
        node.put("kind", Words.word(region.kind())).put("writing", Words.word(region.writing()));
        region.latex().ifPresent(latex -> node.put("latex", latex));
        node.put("state", Words.word(region.state())).put("flags", Words.flags(region.flags()));
        node.put("tags", Words.tags(region.tags())).put("remark", region.remark());
        region.pieceOf().ifPresent(id -> node.put("pieceOf", id));
        Provenance provenance = region.provenance();
        node.put("person", provenance.person());
        node.put("createdAt", provenance.createdAt().toEpochMilli());
        node.put("changedAt", provenance.changedAt().toEpochMilli());
        node.put("activeMillis", provenance.activeMillis()).put("guide", provenance.guideVersion());
        provenance.workPackage().ifPresent(id -> node.put("package", id));
        region.origin().ifPresent(origin -> node.set("origin", object(origin)));
        return node;
    }

    static FormulaRegion region(JsonNode node) {
        JsonNode box = node.required("box");
        return new FormulaRegion(
                text(node, "id"),
                text(node, "page"),
                Words.of(Layer.class, text(node, "layer")),
                number(node, "order"),
                new Box(
                        box.get(0).doubleValue(),
                        box.get(1).doubleValue(),
                        box.get(2).doubleValue(),
                        box.get(3).doubleValue()),
                Words.of(FormulaKind.class, text(node, "kind")),
                Words.of(Writing.class, text(node, "writing")),
                optional(node, "latex").map(JsonNode::textValue),
                Words.of(LabelState.class, text(node, "state")),
                Words.flags(text(node, "flags")),
                Words.tags(text(node, "tags")),
                text(node, "remark"),
                optional(node, "pieceOf").map(JsonNode::textValue),
                new Provenance(
                        text(node, "person"),
                        instant(node, "createdAt"),
                        instant(node, "changedAt"),
                        node.required("activeMillis").longValue(),
                        number(node, "guide"),
                        optional(node, "package").map(JsonNode::textValue)),
                optional(node, "origin").map(RecordJson::origin));
    }

    private static ObjectNode object(ProposalOrigin origin) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("proposal", origin.proposalId());
        node.put("detector", origin.detectorHash()).put("recognizer", origin.recognizerHash());
        node.put("score", origin.score()).put("latexScore", origin.latexScore());
        node.set("alternatives", array(origin.alternatives()));
        return node;
    }

    private static ProposalOrigin origin(JsonNode node) {
        return new ProposalOrigin(
                text(node, "proposal"),
                text(node, "detector"),
                text(node, "recognizer"),
                node.required("score").doubleValue(),
                node.required("latexScore").doubleValue(),
                alternatives(node.required("alternatives")));
    }

    static ArrayNode array(List<Reading.Alternative> alternatives) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        alternatives.forEach(one -> array.addObject().put("latex", one.latex()).put("score", one.score()));
        return array;
    }

    static List<Reading.Alternative> alternatives(@Nullable String column) {
        return column == null ? List.of() : alternatives(read(column));
    }

    static List<Reading.Alternative> alternatives(JsonNode array) {
        List<Reading.Alternative> alternatives = new ArrayList<>();
        array.forEach(one -> alternatives.add(new Reading.Alternative(
                text(one, "latex"), one.required("score").doubleValue())));
        return alternatives;
    }

    static String array(Iterable<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return write(array);
    }

    static RunEnvironment environment(String column) {
        return JSON.convertValue(read(column), RunEnvironment.class);
    }

    static String environment(RunEnvironment environment) {
        return write(JSON.valueToTree(environment));
    }

    static String text(JsonNode node, String field) {
        return node.required(field).textValue();
    }

    private static int number(JsonNode node, String field) {
        return node.required(field).intValue();
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.ofEpochMilli(node.required(field).longValue());
    }

    private static Optional<JsonNode> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(value -> !value.isNull());
    }
}
