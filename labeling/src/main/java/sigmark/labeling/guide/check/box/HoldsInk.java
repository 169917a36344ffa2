package sigmark.labeling.guide.check.box;

import java.util.List;
import java.util.Optional;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;

/** {@code holds-ink}: there is something in the box. */
public final class HoldsInk implements RuleCheck {
    @Override
    public List<Violation> check(CheckedRegion region) {
        boolean empty = region.ink().isPresent()
                && region.ink().get().hull(region.box()).isEmpty();
        return empty ? List.of(Violation.whole(Optional.empty())) : List.of();
    }
}
