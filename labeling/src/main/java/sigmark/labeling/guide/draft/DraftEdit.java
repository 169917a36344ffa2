package sigmark.labeling.guide.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sigmark.inference.page.Box;
import sigmark.labeling.guide.ExampleScene;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideSection;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.Severity;

/**
 * Changes to a guide's texts, each a pure function. Rules are found by id, sections by their place from 0.
 *
 * <p>They expect rules that are YAML at all, and throw {@link IllegalArgumentException} otherwise.
 */
public final class DraftEdit {
    private static final List<Double> AS_DRAWN = List.of(0.0, 0.0, 0.0, 0.0);

    private DraftEdit() {}

    /** Other words of a rule in one language. */
    public static GuideSource words(GuideSource source, String language, String id, RuleWords words) {
        return inLanguage(source, language, text -> text.has(id) ? text.withRule(id, words) : text);
    }

    public static GuideSource section(GuideSource source, String language, int number, String title, String markdown) {
        return inLanguage(source, language, text -> text.withSection(number, title, markdown));
    }

    public static GuideSource introduction(GuideSource source, String language, String title, String markdown) {
        return inLanguage(source, language, text -> text.withIntroduction(title, markdown));
    }

    private static GuideSource inLanguage(
            GuideSource source, String language, java.util.function.UnaryOperator<WordsText> change) {
        Map<String, String> words = new TreeMap<>(source.words());
        words.computeIfPresent(language, (key, markdown) -> change.apply(WordsText.of(markdown))
                .text());
        return new GuideSource(source.rules(), words);
    }

    public static GuideSource severity(GuideSource source, String id, Severity severity) {
        return rules(source, RulesText.of(source.rules()).with(id, node -> node.put("severity", severity.word())));
    }

    /** The rule's own lines of YAML, to be written by hand. */
    public static String lines(GuideSource source, String id) {
        return RulesText.of(source.rules()).lines(id);
    }

    /**
     * The rule by other lines; reading the guide then says what is wrong with them.
     *
     * @throws IllegalArgumentException when they are no YAML, or not this one rule: the rest of the guide stays whole
     */
    public static GuideSource lines(GuideSource source, String id, String lines) {
        return rules(source, RulesText.of(source.rules()).withLines(id, lines));
    }

    /** One more example, behind those of its kind. */
    public static GuideSource addExample(GuideSource source, String id, GuideExample example) {
        return rules(source, RulesText.of(source.rules()).with(id, node -> list(node, example.good())
                .add(written(node, example))));
    }

    public static GuideSource removeExample(GuideSource source, String id, boolean good, int number) {
        return rules(source, RulesText.of(source.rules()).with(id, node -> list(node, good)
                .remove(number - 1)));
    }

    private static ArrayNode list(ObjectNode rule, boolean good) {
        JsonNode known = rule.path(good ? "good" : "bad");
        return known instanceof ArrayNode array ? array : rule.putArray(good ? "good" : "bad");
    }

    private static ObjectNode written(ObjectNode maker, GuideExample example) {
        ObjectNode node = maker.objectNode();
        if (example.scene() instanceof ExampleScene.Drawn drawn) {
            node.put("scene", drawn.text());
        } else if (example.scene() instanceof ExampleScene.Sample sample) {
            node.put("sample", sample.region());
        } else if (example.scene() instanceof ExampleScene.Cut cut) {
            node.put("png", cut.png());
            if (!cut.page().isEmpty()) {
                node.put("page", cut.page());
            }
            node.set("box", corners(maker, cut.box()));
            ArrayNode others = node.putArray("others");
            cut.others().forEach(other -> others.add(corners(maker, other)));
        }
        example.latex().ifPresent(latex -> node.put("latex", latex));
        example.kind().ifPresent(kind -> node.put("kind", kind.word()));
        node.put("writing", example.writing().word());
        if (!example.grow().equals(AS_DRAWN)) {
            ArrayNode grow = node.putArray("grow");
            example.grow().forEach(grow::add);
        }
        if (!example.flags().isEmpty()) {
            ArrayNode flags = node.putArray("flags");
            example.flags().stream().sorted().forEach(flag -> flags.add(flag.word()));
        }
        if (example.linked()) {
            node.put("linked", true);
        }
        if (!example.notes().isEmpty()) {
            ObjectNode notes = node.putObject("note");
            new TreeMap<>(example.notes()).forEach(notes::put);
        }
        return node;
    }

    private static ArrayNode corners(ObjectNode maker, Box box) {
        return maker.arrayNode().add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
    }

    /** A new rule at the end of a section, with a title in each language and nothing else. */
    public static GuideSource addRule(GuideSource source, Guide guide, int section, String id, RuleWords words) {
        String behind = guide.words().values().stream()
                .findFirst()
                .filter(all -> section < all.sections().size())
                .map(all -> all.sections().get(section))
                .map(GuideSection::ruleIds)
                .filter(ids -> !ids.isEmpty())
                .map(ids -> ids.get(ids.size() - 1))
                .orElse("");
        Map<String, String> texts = new TreeMap<>();
        source.words()
                .forEach((language, markdown) -> texts.put(
                        language,
                        WordsText.of(markdown).withNewRule(section, id, words).text()));
        RulesText rules = RulesText.of(source.rules()).withNew(id, Severity.WARNING.word(), behind);
        return new GuideSource(rules.text(), texts);
    }

    /** The rule's words and the rule itself taken out. */
    public static GuideSource removeRule(GuideSource source, String id) {
        Map<String, String> texts = new TreeMap<>();
        source.words()
                .forEach((language, markdown) -> texts.put(
                        language, WordsText.of(markdown).withoutRule(id).text()));
        return new GuideSource(RulesText.of(source.rules()).without(id).text(), texts);
    }

    /** The next free id of a section: its letters, and one more than the highest number. */
    public static String freeId(Guide guide, List<String> ofSection) {
        String letters = ofSection.isEmpty() ? "R" : ofSection.get(0).replaceAll("-.*", "");
        int highest = guide.rules().stream()
                .map(GuideRule::id)
                .filter(id -> id.startsWith(letters + "-"))
                .mapToInt(id -> Integer.parseInt(id.substring(letters.length() + 1)))
                .max()
                .orElse(0);
        return "%s-%02d".formatted(letters, highest + 1);
    }

    private static GuideSource rules(GuideSource source, RulesText rules) {
        return new GuideSource(rules.text(), source.words());
    }
}
