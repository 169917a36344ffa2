package sigmark.labeling.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.project.RegionFlag;

/**
 * A region that keeps a rule, or breaks it.
 *
 * @param good true when it keeps the rule
 * @param number place among the rule's good or bad examples, from 1
 * @param grow pixels by which the box is larger than the scene's at the left, top, right and bottom
 * @param latex as labeled; empty where the region has none
 * @param kind empty where the scene says it
 * @param notes a few words by language
 */
public record GuideExample(
        String ruleId,
        boolean good,
        int number,
        ExampleScene scene,
        List<Double> grow,
        Optional<String> latex,
        Optional<FormulaKind> kind,
        Writing writing,
        Set<RegionFlag> flags,
        boolean linked,
        Map<String, String> notes) {
    public GuideExample {
        if (grow.size() != 4 || number < 1) {
            throw new IllegalArgumentException("example %d of %s with grow=%s".formatted(number, ruleId, grow));
        }
        grow = List.copyOf(grow);
        flags = Set.copyOf(flags);
        notes = Map.copyOf(notes);
    }

    /** Such as {@code L-03/good/1}; the same in every language. */
    public String id() {
        return ruleId + "/" + (good ? "good" : "bad") + "/" + number;
    }

    /** The words in a language, else in any; empty where there are none. */
    public String note(String language) {
        String own = notes.get(language);
        return own != null ? own : notes.values().stream().sorted().findFirst().orElse("");
    }
}
