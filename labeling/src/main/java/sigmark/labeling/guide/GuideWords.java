package sigmark.labeling.guide;

import java.util.List;
import java.util.Map;

/** All of a guide's words in one language. */
public record GuideWords(
        String language, String title, String introduction, List<GuideSection> sections, Map<String, RuleWords> rules) {
    public GuideWords {
        sections = List.copyOf(sections);
        rules = Map.copyOf(rules);
    }

    /** The words of a rule; the id itself where nobody wrote any. */
    public RuleWords rule(String id) {
        return rules.getOrDefault(id, new RuleWords(id, ""));
    }
}
