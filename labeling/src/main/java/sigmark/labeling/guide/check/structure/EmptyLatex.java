package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Optional;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;
import sigmark.labeling.project.RegionFlag;

/** {@code empty}: a region that can be read has LaTeX. */
public final class EmptyLatex implements RuleCheck {
    @Override
    public List<Violation> check(CheckedRegion region) {
        boolean may = region.has(RegionFlag.ILLEGIBLE) || !region.lacksLatex();
        return may ? List.of() : List.of(Violation.whole(Optional.empty()));
    }
}
