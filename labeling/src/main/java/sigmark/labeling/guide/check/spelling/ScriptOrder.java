package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code script-order}: the lower script is written before the upper one. */
public final class ScriptOrder implements LatexCheck {
    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i + 1 < texts.size(); i++) {
            if (!texts.get(i).equals("^") || syntax.inWords(i) || syntax.inComment(i)) {
                continue;
            }
            int below = syntax.end(i);
            if (below < texts.size() && below > i + 1 && texts.get(below).equals("_")) {
                int end = syntax.end(below);
                places.add(Place.of(i, end, text(syntax, below, end) + text(syntax, i, below)));
                i = end - 1;
            }
        }
        return places;
    }

    private static String text(LatexSyntax syntax, int from, int to) {
        return syntax.latex()
                .substring(
                        syntax.tokens().get(from).start(),
                        syntax.tokens().get(to - 1).end());
    }
}
