package sigmark.labeling.guide.check.box;

import java.util.List;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.Fix;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;

/**
 * {@code hugs-ink}: the box is the tight hull of its ink. With {@code side: loose} an edge lies at most
 * {@code tolerance} pixels of paper away from the ink, with {@code side: cut} no ink of the formula reaches out of the
 * box by more. Pixels are those of 200 dpi.
 */
public final class HugsInk implements RuleCheck {
    private static final double DPI = 200;
    private final boolean loose;
    private final double tolerance;

    public HugsInk(CheckSettings settings) {
        String side = settings.text("side", "loose");
        if (!side.equals("loose") && !side.equals("cut")) {
            throw settings.bad("side", side);
        }
        loose = side.equals("loose");
        tolerance = settings.number("tolerance", 1);
    }

    @Override
    public List<Violation> check(CheckedRegion region) {
        Optional<Box> found = region.ink().flatMap(ink -> ink.hull(region.box()));
        if (found.isEmpty()) {
            return List.of();
        }
        Box box = region.box();
        Box hull = found.get();
        double allowed = 1 + tolerance * Math.max(1, region.ink().get().dpi() / DPI); // boxes may lie between pixels
        double paper = worst(
                hull.left() - box.left(),
                hull.top() - box.top(),
                box.right() - hull.right(),
                box.bottom() - hull.bottom());
        double out = worst(
                box.left() - hull.left(),
                box.top() - hull.top(),
                hull.right() - box.right(),
                hull.bottom() - box.bottom());
        double off = loose ? paper : out;
        boolean astray = hull.iou(box) < 0.1;
        return off > allowed && !astray ? List.of(Violation.whole(Optional.of(Fix.box(hull)))) : List.of();
    }

    private static double worst(double left, double top, double right, double bottom) {
        return Math.max(Math.max(left, top), Math.max(right, bottom));
    }
}
