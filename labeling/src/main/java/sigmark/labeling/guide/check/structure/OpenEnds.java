package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.LatexCheck;
import sigmark.labeling.guide.check.Violation;
import sigmark.labeling.project.RegionFlag;

/**
 * {@code open-ends}: a formula that ends in a relation or an operator goes on somewhere: its pieces are linked, or it is
 * flagged as cut off.
 */
public final class OpenEnds implements LatexCheck {
    private static final Set<String> RELATIONS = Set.of(
            "=",
            "<",
            ">",
            "\\le",
            "\\ge",
            "\\leq",
            "\\geq",
            "\\ne",
            "\\neq",
            "\\equiv",
            "\\approx",
            "\\sim",
            "\\in",
            "\\subset",
            "\\to",
            "\\Rightarrow",
            "\\Leftrightarrow");
    private static final Set<String> OPERATORS =
            Set.of("+", "-", "\\times", "\\cdot", "\\div", "\\pm", "\\cup", "\\cap");

    @Override
    public List<Violation> check(CheckedRegion region) {
        boolean explained = region.linked() || region.has(RegionFlag.CUT_OFF) || region.has(RegionFlag.ILLEGIBLE);
        return explained ? List.of() : LatexCheck.super.check(region);
    }

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<String> texts = syntax.texts();
        int last = texts.size() - 1;
        if (last < 1) {
            return List.of();
        }
        boolean ends = RELATIONS.contains(texts.get(last)) || OPERATORS.contains(texts.get(last));
        if (ends && !texts.get(last - 1).equals("^") && !texts.get(last - 1).equals("_")) {
            return List.of(Place.of(last, last + 1));
        }
        return RELATIONS.contains(texts.get(0)) ? List.of(Place.of(0, 1)) : List.of();
    }
}
