package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code braced-separators}: the point or comma within a number is written plainly, {@code 3.14}, not {@code 3{.}14}. */
public final class BracedSeparators implements LatexCheck {
    private static final Set<String> MARKS = Set.of(".", ",");

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 1; i + 3 < texts.size(); i++) {
            boolean braced = texts.get(i).equals("{")
                    && MARKS.contains(texts.get(i + 1))
                    && texts.get(i + 2).equals("}");
            if (braced && isDigit(texts.get(i - 1)) && isDigit(texts.get(i + 3))) {
                places.add(Place.of(i, i + 3, texts.get(i + 1)));
            }
        }
        return places;
    }

    private static boolean isDigit(String text) {
        return text.length() == 1 && Character.isDigit(text.charAt(0));
    }
}
