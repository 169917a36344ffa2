package sigmark.labeling.guide.check.box;

import java.util.List;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;

/** {@code overlap}: no other region covers more than {@code share} of the smaller of the two boxes. */
public final class BoxOverlap implements RuleCheck {
    private final double share;

    public BoxOverlap(CheckSettings settings) {
        share = settings.number("share", 0.1);
    }

    @Override
    public List<Violation> check(CheckedRegion region) {
        Box box = region.box();
        boolean covered = region.others().stream()
                .anyMatch(other -> box.sharedArea(other) > share * Math.min(box.area(), other.area()));
        return covered ? List.of(Violation.whole(Optional.empty())) : List.of();
    }
}
