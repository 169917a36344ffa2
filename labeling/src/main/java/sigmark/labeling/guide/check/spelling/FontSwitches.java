package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code font-switches}: an alphabet stands around what it governs: {@code \mathbf{x}}, not {@code {\bf x}}. */
public final class FontSwitches implements LatexCheck {
    private static final Map<String, String> ALPHABETS = Map.of(
            "\\rm",
            "\\mathrm",
            "\\bf",
            "\\mathbf",
            "\\it",
            "\\mathit",
            "\\cal",
            "\\mathcal",
            "\\sf",
            "\\mathsf",
            "\\tt",
            "\\mathtt",
            "\\frak",
            "\\mathfrak");

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i < texts.size(); i++) {
            if (!ALPHABETS.containsKey(texts.get(i)) || syntax.inComment(i)) {
                continue;
            }
            boolean braced = i > 0
                    && texts.get(i - 1).equals("{")
                    && syntax.pairs().closed(i - 1)
                    && syntax.pairs().close(i - 1) > i + 1;
            if (braced) {
                int close = syntax.pairs().close(i - 1);
                String inside = syntax.latex()
                        .substring(
                                syntax.tokens().get(i + 1).start(),
                                syntax.tokens().get(close - 1).end());
                String alphabet = ALPHABETS.get(texts.get(i)) + "{" + inside + "}";
                boolean argument = i > 1
                        && (texts.get(i - 2).equals("_") || texts.get(i - 2).equals("^"));
                places.add(Place.of(i - 1, close + 1, argument ? "{" + alphabet + "}" : alphabet));
                i = close;
            } else {
                places.add(Place.of(i, i + 1));
            }
        }
        return places;
    }
}
