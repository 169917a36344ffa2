package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code math-delimiters}: no {@code $}, {@code \(} or {@code \[} around the LaTeX; within words they may stand. */
public final class MathDelimiters implements LatexCheck {
    private static final Set<String> SIGNS = Set.of("$", "\\(", "\\)", "\\[", "\\]");

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < syntax.texts().size(); i++) {
            boolean sign = SIGNS.contains(syntax.texts().get(i)) && !syntax.inComment(i);
            if (sign && !syntax.inWords(i) && !isWithinWords(syntax, i)) {
                places.add(Place.of(i, i + 1, ""));
            }
        }
        return places;
    }

    /** Whether mathematics stands within the braces of words, where dollar signs have their place. */
    private static boolean isWithinWords(LatexSyntax syntax, int i) {
        for (int open = i - 1; open >= 0; open--) {
            boolean around = syntax.texts().get(open).equals("{")
                    && syntax.pairs().closed(open)
                    && syntax.pairs().close(open) > i;
            if (around && syntax.inWords(open)) {
                return true;
            }
        }
        return false;
    }
}
