package sigmark.labeling.guide.check.box;

import java.util.List;
import java.util.Optional;
import sigmark.inference.page.FormulaKind;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.Fix;
import sigmark.labeling.guide.check.PageInk;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;

/**
 * {@code kind-by-place}: with {@code labeled: display} a formula that has other ink on its line within {@code gap} times
 * its height is not a display; with {@code labeled: inline} a formula wider than {@code wide} times its height that stands
 * alone on its line is not inline.
 */
public final class KindByPlace implements RuleCheck {
    private final FormulaKind kind;
    private final double gap;
    private final double wide;

    public KindByPlace(CheckSettings settings) {
        String word = settings.text("labeled", "display");
        kind = FormulaKind.ofWord(word).orElseThrow(() -> settings.bad("labeled", word));
        gap = settings.number("gap", 0.6);
        wide = settings.number("wide", 4);
    }

    @Override
    public List<Violation> check(CheckedRegion region) {
        if (region.ink().isEmpty() || region.kind() != kind || region.linked()) {
            return List.of();
        }
        PageInk page = region.ink().get();
        double left = page.gapLeft(region.box());
        double right = page.gapRight(region.box());
        boolean wrong = kind == FormulaKind.DISPLAY
                ? Math.min(left, right) < gap * Math.min(region.box().height(), page.dpi() / 4)
                : left == Double.POSITIVE_INFINITY
                        && right == Double.POSITIVE_INFINITY
                        && region.box().width() > wide * region.box().height();
        FormulaKind other = kind == FormulaKind.DISPLAY ? FormulaKind.INLINE : FormulaKind.DISPLAY;
        return wrong ? List.of(Violation.whole(Optional.of(Fix.kind(other)))) : List.of();
    }
}
