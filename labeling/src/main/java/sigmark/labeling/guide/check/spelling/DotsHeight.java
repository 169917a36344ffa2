package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code dots-height}: dots between operators are in the middle, between commas on the line. */
public final class DotsHeight implements LatexCheck {
    private static final Set<String> MIDDLE = Set.of("+", "-", "\\times", "\\cdot", "=", "\\le", "<", "\\cup", "\\cap");

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 1; i + 1 < texts.size(); i++) {
            String before = texts.get(i - 1);
            String after = texts.get(i + 1);
            boolean low = texts.get(i).equals("\\ldots") && MIDDLE.contains(before) && MIDDLE.contains(after);
            boolean high = texts.get(i).equals("\\cdots") && before.equals(",") && after.equals(",");
            if ((low || high) && !syntax.inWords(i)) {
                places.add(Place.of(i, i + 1, low ? "\\cdots" : "\\ldots"));
            }
        }
        return places;
    }
}
