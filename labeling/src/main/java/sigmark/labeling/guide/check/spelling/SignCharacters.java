package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.latex.UnicodeSigns;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code sign-characters}: a sign that has a command, such as {@code ≤}, is written as the command. */
public final class SignCharacters implements LatexCheck {
    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < syntax.texts().size(); i++) {
            String text = syntax.texts().get(i);
            List<String> instead = text.codePointAt(0) > 127 ? UnicodeSigns.tokens(text) : List.of();
            if (!instead.isEmpty() && !syntax.inWords(i) && !syntax.inComment(i)) {
                places.add(Place.of(i, i + 1, String.join("", instead)));
            }
        }
        return places;
    }
}
