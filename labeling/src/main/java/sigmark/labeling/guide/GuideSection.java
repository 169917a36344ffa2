package sigmark.labeling.guide;

import java.util.List;

/** A section in one language, with the rules that stand in it, in their order. */
public record GuideSection(String title, String markdown, List<String> ruleIds) {
    public GuideSection {
        ruleIds = List.copyOf(ruleIds);
    }
}
