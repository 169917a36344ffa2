package sigmark.inference.latex.render;

import java.util.List;
import sigmark.inference.latex.LatexProblem;

/**
 * Where each visible thing of a formula lies, straight from the layout, without pixels.
 *
 * @param glyphs in the order in which they are drawn; pieces of one tall delimiter are one glyph. Empty when nothing can
 *     be laid out
 * @param width in em
 * @param height above the baseline, in em
 * @param depth below the baseline, in em
 */
public record GlyphLayout(List<Glyph> glyphs, double width, double height, double depth, List<LatexProblem> issues) {
    public GlyphLayout {
        glyphs = List.copyOf(glyphs);
        issues = List.copyOf(issues);
    }
}
