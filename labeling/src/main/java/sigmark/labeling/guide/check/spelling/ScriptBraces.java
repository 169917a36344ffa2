package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code script-braces}: what stands after {@code _} or {@code ^} is in braces. */
public final class ScriptBraces implements LatexCheck {
    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i + 1 < texts.size(); i++) {
            boolean script = texts.get(i).equals("_") || texts.get(i).equals("^");
            if (!script || syntax.inWords(i) || syntax.inComment(i)) {
                continue;
            }
            int end = syntax.argumentEnd(i + 1);
            if (!texts.get(i + 1).equals("{") && end > i + 1) {
                String inside = syntax.latex()
                        .substring(
                                syntax.tokens().get(i + 1).start(),
                                syntax.tokens().get(end - 1).end());
                places.add(Place.of(i, end, texts.get(i) + "{" + inside + "}"));
                i = end - 1;
            }
        }
        return places;
    }
}
