package sigmark.labeling.delivery.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Reading;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.RegionFlag;

/** Regions as package files hold them. Reading checks everything and throws {@link IllegalArgumentException}. */
final class RegionJson {
    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST_WORDS = 200;

    private RegionJson() {}

    static ObjectNode write(FormulaRegion region) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", region.id()).put("order", region.order());
        Box box = region.box();
        node.putArray("box").add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
        node.put("kind", region.kind().word()).put("writing", region.writing().word());
        region.latex().ifPresent(latex -> node.put("latex", latex));
        node.put("state", region.state().word());
        var flags = node.putArray("flags");
        region.flags().stream().sorted().forEach(flag -> flags.add(flag.word()));
        if (!region.tags().isEmpty()) {
            new TreeSet<>(region.tags()).forEach(node.putArray("tags")::add);
        }
        if (!region.remark().isEmpty()) {
            node.put("remark", region.remark());
        }
        region.pieceOf().ifPresent(id -> node.put("pieceOf", id));
        Provenance provenance = region.provenance();
        node.put("person", provenance.person());
        node.put("createdAt", provenance.createdAt().toEpochMilli());
        node.put("changedAt", provenance.changedAt().toEpochMilli());
        node.put("activeMillis", provenance.activeMillis()).put("guide", provenance.guideVersion());
        provenance.workPackage().ifPresent(id -> node.put("package", id));
        region.origin().ifPresent(origin -> node.set("origin", write(origin)));
        return node;
    }

    private static ObjectNode write(ProposalOrigin origin) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("proposal", origin.proposalId());
        node.put("detector", origin.detectorHash()).put("recognizer", origin.recognizerHash());
        node.put("score", origin.score()).put("latexScore", origin.latexScore());
        var list = node.putArray("alternatives");
        origin.alternatives()
                .forEach(one -> list.addObject().put("latex", one.latex()).put("score", one.score()));
        return node;
    }

    static FormulaRegion read(JsonNode node, String pageId, Layer layer) {
        JsonNode box = node.path("box");
        if (box.size() != 4) {
            throw new IllegalArgumentException("box is not four numbers");
        }
        return new FormulaRegion(
                text(node, "id"),
                pageId,
                layer,
                Fields.count(node, "order"),
                new Box(
                        Fields.number(box.get(0), "box"),
                        Fields.number(box.get(1), "box"),
                        Fields.number(box.get(2), "box"),
                        Fields.number(box.get(3), "box")),
                FormulaKind.ofWord(text(node, "kind")).orElseThrow(() -> new IllegalArgumentException("kind")),
                Writing.ofWord(text(node, "writing")).orElseThrow(() -> new IllegalArgumentException("writing")),
                optional(node, "latex"),
                LabelState.ofWord(text(node, "state")).orElseThrow(() -> new IllegalArgumentException("state")),
                flags(node),
                Set.copyOf(words(node, "tags")),
                optional(node, "remark").orElse(""),
                optional(node, "pieceOf"),
                new Provenance(
                        text(node, "person"),
                        Instant.ofEpochMilli(Fields.whole(node, "createdAt")),
                        Instant.ofEpochMilli(Fields.whole(node, "changedAt")),
                        Fields.whole(node, "activeMillis"),
                        Fields.count(node, "guide"),
                        optional(node, "package")),
                node.has("origin") ? Optional.of(origin(node.path("origin"))) : Optional.empty());
    }

    private static ProposalOrigin origin(JsonNode node) {
        List<Reading.Alternative> alternatives = new ArrayList<>();
        if (node.path("alternatives").size() > MOST_WORDS) {
            throw new IllegalArgumentException("too many alternatives");
        }
        node.path("alternatives")
                .forEach(one -> alternatives.add(
                        new Reading.Alternative(text(one, "latex"), Fields.number(one.path("score"), "score"))));
        return new ProposalOrigin(
                text(node, "proposal"),
                text(node, "detector"),
                text(node, "recognizer"),
                Fields.number(node.path("score"), "score"),
                Fields.number(node.path("latexScore"), "latexScore"),
                alternatives);
    }

    private static Set<RegionFlag> flags(JsonNode node) {
        Set<RegionFlag> flags = EnumSet.noneOf(RegionFlag.class);
        words(node, "flags")
                .forEach(word -> flags.add(
                        RegionFlag.ofWord(word).orElseThrow(() -> new IllegalArgumentException("flag " + word))));
        return flags;
    }

    private static List<String> words(JsonNode node, String field) {
        List<String> words = new ArrayList<>();
        if (node.path(field).size() > MOST_WORDS) {
            throw new IllegalArgumentException("too many " + field);
        }
        for (JsonNode word : node.path(field)) {
            if (!word.isTextual()
                    || word.textValue().length() > MOST_WORDS
                    || word.textValue().contains("\n")) {
                throw new IllegalArgumentException(field);
            }
            words.add(word.textValue());
        }
        return words;
    }

    private static String text(JsonNode node, String field) {
        return optional(node, field).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Fields.text(node, field, LONGEST_TEXT);
    }
}
