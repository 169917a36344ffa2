package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code comments}: no percent sign that hides the rest of its line, and none that is meant as a sign but not escaped. */
public final class Comments implements LatexCheck {
    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < syntax.texts().size(); i++) {
            if (syntax.texts().get(i).equals("%")) {
                int end = i + 1;
                while (end < syntax.texts().size() && syntax.inComment(i) && syntax.inComment(end)) {
                    end++;
                }
                boolean hides = syntax.inComment(i);
                places.add(new Place(i, end, hides ? Optional.empty() : Optional.of("\\%")));
                i = end - 1;
            }
        }
        return places;
    }
}
