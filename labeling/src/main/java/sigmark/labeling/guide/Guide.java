package sigmark.labeling.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A work guide: its rules, and its words by language code. */
public record Guide(List<GuideRule> rules, Map<String, GuideWords> words) {
    /** A guide without rules, which finds nothing wrong. */
    public static final Guide EMPTY = new Guide(List.of(), Map.of());

    public Guide {
        rules = List.copyOf(rules);
        words = Map.copyOf(words);
    }

    public Optional<GuideRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The words in a language, else in English, else in any. */
    public GuideWords in(String language) {
        GuideWords own = words.get(language);
        if (own == null) {
            own = words.get("en");
        }
        return own != null
                ? own
                : words.values().stream().findFirst().orElse(new GuideWords(language, "", "", List.of(), Map.of()));
    }

    /** How many rules the program checks. */
    public int executable() {
        return (int) rules.stream().filter(rule -> rule.check().isPresent()).count();
    }
}
