package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code trailing-punctuation}: the sentence's punctuation after a formula is not in its LaTeX. */
public final class TrailingPunctuation implements LatexCheck {
    private static final Set<String> TAKE_A_MARK = Set.of("\\right", "\\left", "\\big", "\\Big", "\\bigr", "\\Bigr");
    private final Set<String> marks;

    public TrailingPunctuation(CheckSettings settings) {
        marks = settings.words("marks");
    }

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<String> texts = syntax.texts();
        int last = texts.size() - 1;
        int first = last;
        while (first > 0 && marks.contains(texts.get(first - 1))) {
            first--;
        }
        boolean mark = last > 0 && first > 0 && marks.contains(texts.get(last)) && !syntax.inComment(last);
        if (!mark || TAKE_A_MARK.contains(texts.get(first - 1)) || last - first >= 2) {
            return List.of(); // three full stops are dots
        }
        return List.of(Place.of(first, last + 1, ""));
    }
}
