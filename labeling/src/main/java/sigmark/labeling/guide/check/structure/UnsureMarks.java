package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.Fix;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;
import sigmark.labeling.project.RegionFlag;

/** {@code unsure-marks}: what cannot be read is flagged as illegible, not typed as a question mark or placeholder. */
public final class UnsureMarks implements RuleCheck {
    private final Set<String> marks;

    public UnsureMarks(CheckSettings settings) {
        marks = settings.words("marks");
    }

    @Override
    public List<Violation> check(CheckedRegion region) {
        if (region.has(RegionFlag.ILLEGIBLE)) {
            return List.of();
        }
        return region.syntax().tokens().stream()
                .filter(token -> marks.contains(token.text()))
                .map(token -> new Violation(
                        token.start(), token.end(), token.text(), Optional.of(Fix.flag(RegionFlag.ILLEGIBLE))))
                .toList();
    }
}
