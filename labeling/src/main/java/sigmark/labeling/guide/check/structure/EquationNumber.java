package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/**
 * {@code equation-number}: no {@code \tag}, and no number in parentheses behind a wide gap at the end.
 */
public final class EquationNumber implements LatexCheck {
    private static final Set<String> TAGS = Set.of("\\tag", "\\label", "\\eqno", "\\leqno");
    private static final Set<String> GAPS = Set.of("\\quad", "\\qquad", "\\hspace", "\\hfill");

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<String> texts = syntax.texts();
        for (int i = 0; i < texts.size(); i++) {
            if (TAGS.contains(texts.get(i))) {
                boolean takesRest = texts.get(i).endsWith("eqno");
                return List.of(Place.of(i, takesRest ? texts.size() : Math.max(i + 1, syntax.end(i)), ""));
            }
        }
        int last = texts.size() - 1;
        if (last < 3 || !texts.get(last).equals(")")) {
            return List.of();
        }
        int open = last - 1;
        while (open > 0 && isOfNumber(texts.get(open))) {
            open--;
        }
        boolean number = open > 0 && texts.get(open).equals("(") && last - open > 1 && hasDigit(texts, open, last);
        if (!number || !GAPS.contains(texts.get(open - 1))) {
            return List.of();
        }
        int from = open;
        while (from > 0 && GAPS.contains(texts.get(from - 1))) {
            from--;
        }
        return from == 0 ? List.of() : List.of(Place.of(from, last + 1, ""));
    }

    private static boolean isOfNumber(String token) {
        return token.length() == 1 && (Character.isDigit(token.charAt(0)) || ".-".contains(token));
    }

    private static boolean hasDigit(List<String> texts, int from, int to) {
        return texts.subList(from, to).stream().anyMatch(t -> Character.isDigit(t.charAt(0)));
    }
}
