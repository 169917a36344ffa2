package sigmark.labeling.guide.check.box;

import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.Glyph;
import sigmark.inference.latex.render.GlyphLayout;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;
import sigmark.labeling.project.RegionFlag;

/**
 * {@code proportions}: the LaTeX, drawn, is about as wide for its height as the box; if not, it shows more or less than
 * the box holds. {@code factor} is how far off it may be.
 */
public final class Proportions implements RuleCheck {
    private final double factor;

    public Proportions(CheckSettings settings) {
        factor = settings.number("factor", 2);
        if (factor <= 1) {
            throw settings.bad("factor", factor);
        }
    }

    @Override
    public List<Violation> check(CheckedRegion region) {
        boolean untold = region.ink().isEmpty() || region.lacksLatex() || region.has(RegionFlag.ILLEGIBLE);
        if (untold
                || region.has(RegionFlag.CUT_OFF)
                || !region.syntax().problems().isEmpty()) {
            return List.of();
        }
        GlyphLayout layout = FormulaRenderer.layout(region.syntax().latex());
        double drawn = ratio(layout);
        if (drawn <= 0) {
            return List.of();
        }
        double box = region.box().width() / region.box().height();
        double off = Math.max(drawn / box, box / drawn);
        return off > factor ? List.of(Violation.whole(Optional.empty())) : List.of();
    }

    /** Width over height of the ink; 0 when nothing is drawn. */
    private static double ratio(GlyphLayout layout) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Glyph glyph : layout.glyphs()) {
            left = Math.min(left, glyph.left());
            top = Math.min(top, glyph.top());
            right = Math.max(right, glyph.right());
            bottom = Math.max(bottom, glyph.bottom());
        }
        double height = bottom - top;
        return layout.glyphs().isEmpty() || !(height > 0.05) ? 0 : Math.max(0.05, right - left) / height;
    }
}
