package sigmark.labeling.guide.check.box;

import java.util.List;
import java.util.Optional;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.PageInk;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;

/**
 * {@code box-size}: no side is under {@code least} pixels (of 200 dpi), and the box is under {@code most} of the page's
 * area.
 */
public final class BoxSize implements RuleCheck {
    private static final double DPI = 200;
    private final double least;
    private final double most;

    public BoxSize(CheckSettings settings) {
        least = settings.number("least", 3);
        most = settings.number("most", 0.5);
    }

    @Override
    public List<Violation> check(CheckedRegion region) {
        if (region.ink().isEmpty()) {
            return List.of();
        }
        PageInk page = region.ink().get();
        double smaller = Math.min(region.box().width(), region.box().height());
        boolean small = smaller < least * Math.min(1, page.dpi() / DPI);
        boolean large = region.box().area() > most * page.width() * page.height();
        return small || large ? List.of(Violation.whole(Optional.empty())) : List.of();
    }
}
