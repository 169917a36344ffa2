package sigmark.labeling.guide;

import java.util.List;
import java.util.Optional;

/**
 * One rule, in no language.
 *
 * @param id such as {@code L-03}; the letters name its section
 * @param check what the program can check; empty where only a person can tell
 */
public record GuideRule(String id, Severity severity, Optional<CheckSpec> check, List<GuideExample> examples) {
    public GuideRule {
        if (!isId(id)) {
            throw new IllegalArgumentException("rule id '" + id + "'");
        }
        examples = List.copyOf(examples);
    }

    /** One to three capital letters, a hyphen, one to three digits. */
    public static boolean isId(String text) {
        return text.matches("[A-Z]{1,3}-[0-9]{1,3}");
    }

    /** Good or bad ones, in their order. */
    public List<GuideExample> examples(boolean good) {
        return examples.stream().filter(example -> example.good() == good).toList();
    }
}
