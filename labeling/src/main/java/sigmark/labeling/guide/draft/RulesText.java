package sigmark.labeling.guide.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A guide's rules as YAML, cut at its rules; a rule that is not touched keeps its spelling and its comments. */
final class RulesText {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private final String head;
    private final List<Item> items;

    private RulesText(String head, List<Item> items) {
        this.head = head;
        this.items = items;
    }

    /** @param after comments and empty lines that follow */
    private record Item(String id, String text, String after) {}

    /** Cuts the text; one that is written in a way that cannot be cut is spelled anew first. */
    static RulesText of(String yaml) {
        RulesText cut = cut(yaml.endsWith("\n") || yaml.isEmpty() ? yaml : yaml + "\n");
        JsonNode all = tree(yaml).path("rules");
        if (cut.fits(all)) {
            return cut;
        }
        ObjectNode spelled = YAML.createObjectNode();
        spelled.set("rules", all);
        return cut(write(spelled));
    }

    private boolean fits(JsonNode rules) {
        boolean same = rules.size() == items.size();
        for (int i = 0; same && i < items.size(); i++) {
            same = items.get(i).id().equals(rules.get(i).path("id").asText());
        }
        return same;
    }

    private static RulesText cut(String yaml) {
        StringBuilder head = new StringBuilder();
        List<String> texts = new ArrayList<>();
        StringBuilder current = head;
        boolean inRules = false;
        for (String line : yaml.split("(?<=\n)")) {
            if (inRules && line.startsWith("- ")) {
                if (current != head) {
                    texts.add(current.toString());
                }
                current = new StringBuilder();
            }
            inRules |= line.startsWith("rules:");
            current.append(line);
        }
        if (current != head) {
            texts.add(current.toString());
        }
        return new RulesText(
                head.toString(), texts.stream().map(RulesText::item).toList());
    }

    private static Item item(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
        StringBuilder after = new StringBuilder();
        while (lines.size() > 1 && isBetween(lines.get(lines.size() - 1))) {
            after.insert(0, lines.remove(lines.size() - 1));
        }
        String own = String.join("", lines);
        return new Item(id(own), own, after.toString());
    }

    private static boolean isBetween(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static String id(String text) {
        try {
            return tree(text).path(0).path("id").asText();
        } catch (IllegalArgumentException cannotBeCut) {
            return "";
        }
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no YAML: " + e.getOriginalMessage(), e);
        }
    }

    private static String write(JsonNode node) {
        try {
            return YAML.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write YAML", e);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(head);
        items.forEach(item -> text.append(item.text()).append(item.after()));
        return text.toString();
    }

    /** The rule's own lines; empty where there is no such rule. */
    String lines(String id) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .map(Item::text)
                .findFirst()
                .orElse("");
    }

    /**
     * The rule with other lines, whatever they say of it.
     *
     * @throws IllegalArgumentException when they are no YAML, or not this one rule
     */
    RulesText withLines(String id, String lines) {
        String own = lines.strip() + "\n";
        JsonNode read = tree(own);
        if (!read.isArray()
                || read.size() != 1
                || !read.path(0).path("id").asText().equals(id)) {
            throw new IllegalArgumentException("one list item with “id: " + id + "”");
        }
        return map(id, item -> new Item(id, own, item.after()));
    }

    /** The rule after a change of its fields. */
    RulesText with(String id, Consumer<ObjectNode> change) {
        return map(id, item -> {
            if (!(tree(item.text()).path(0) instanceof ObjectNode node)) {
                throw new IllegalArgumentException("rule " + id + " is no object");
            }
            change.accept(node);
            return new Item(id, write(YAML.createArrayNode().add(node)), item.after());
        });
    }

    private RulesText map(String id, java.util.function.UnaryOperator<Item> change) {
        return new RulesText(
                head,
                items.stream()
                        .map(item -> item.id().equals(id) ? change.apply(item) : item)
                        .toList());
    }

    /** A new rule behind another one; at the end where that one is not there. */
    RulesText withNew(String id, String severity, String behind) {
        List<Item> more = new ArrayList<>(items);
        int at = more.size();
        for (int i = 0; i < items.size(); i++) {
            at = items.get(i).id().equals(behind) ? i + 1 : at;
        }
        ObjectNode node = YAML.createObjectNode().put("id", id).put("severity", severity);
        more.add(at, new Item(id, write(YAML.createArrayNode().add(node)), ""));
        String start = head.contains("rules:") ? head : head + "rules:\n";
        return new RulesText(start.replaceFirst("(?m)^rules:\\s*\\[\\s*]", "rules:"), more);
    }

    RulesText without(String id) {
        return new RulesText(
                head, items.stream().filter(item -> !item.id().equals(id)).toList());
    }
}
