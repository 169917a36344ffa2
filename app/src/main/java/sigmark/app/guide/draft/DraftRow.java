package sigmark.app.guide.draft;

import java.util.ArrayList;
import java.util.List;
import sigmark.labeling.guide.GuideSection;
import sigmark.labeling.guide.GuideWords;

/**
 * A line of the draft's list.
 *
 * @param section place of the section, from 0; −1 for the introduction
 * @param rule id; empty for the introduction and for a section's own words
 */
record DraftRow(int section, String rule, String title) {
    /** All of a guide in one language, in its order. */
    static List<DraftRow> of(GuideWords words) {
        List<DraftRow> rows = new ArrayList<>();
        rows.add(new DraftRow(-1, "", words.title()));
        for (int i = 0; i < words.sections().size(); i++) {
            GuideSection section = words.sections().get(i);
            rows.add(new DraftRow(i, "", section.title()));
            int number = i;
            section.ruleIds()
                    .forEach(id -> rows.add(
                            new DraftRow(number, id, words.rule(id).title().replace("`", ""))));
        }
        return rows;
    }

    boolean isRule() {
        return !rule.isEmpty();
    }

    boolean sameAs(DraftRow other) {
        return section == other.section && rule.equals(other.rule);
    }
}
