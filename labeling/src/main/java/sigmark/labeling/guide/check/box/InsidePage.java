package sigmark.labeling.guide.check.box;

import java.util.List;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.Fix;
import sigmark.labeling.guide.check.PageInk;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;

/** {@code inside-page}: the box does not reach over the page's edge. */
public final class InsidePage implements RuleCheck {
    @Override
    public List<Violation> check(CheckedRegion region) {
        if (region.ink().isEmpty()) {
            return List.of();
        }
        Box box = region.box();
        PageInk page = region.ink().get();
        boolean inside =
                box.left() >= 0 && box.top() >= 0 && box.right() <= page.width() && box.bottom() <= page.height();
        Optional<Fix> fix = box.clip(page.width(), page.height()).map(Fix::box);
        return inside ? List.of() : List.of(Violation.whole(fix));
    }
}
