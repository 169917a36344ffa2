package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code old-fractions}: {@code \frac} and {@code \binom}, not plain TeX's {@code \over} and {@code \choose}. */
public final class OldFractions implements LatexCheck {
    private static final Map<String, String> NEW = Map.of("\\over", "\\frac", "\\choose", "\\binom");

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i < texts.size(); i++) {
            if (NEW.containsKey(texts.get(i)) && !syntax.inComment(i)) {
                places.add(place(syntax, i));
            }
        }
        return places.size() == 1
                ? places
                : places.stream().map(p -> onlyNamed(syntax, p)).toList();
    }

    /** With its braces when the fraction fills a pair of them, else with all of the text. */
    private static Place place(LatexSyntax syntax, int over) {
        List<String> texts = syntax.texts();
        int open = -1;
        for (int i = over - 1; i >= 0 && open < 0; i--) {
            boolean around = texts.get(i).equals("{")
                    && syntax.pairs().closed(i)
                    && syntax.pairs().close(i) > over;
            open = around ? i : -1;
        }
        int from = open < 0 ? 0 : open;
        int to = open < 0 ? texts.size() : syntax.pairs().close(open) + 1;
        int first = open < 0 ? 0 : open + 1;
        int last = open < 0 ? to : to - 1;
        if (first >= over || over + 1 >= last) {
            return Place.of(over, over + 1);
        }
        String above = text(syntax, first, over);
        String below = text(syntax, over + 1, last);
        return Place.of(from, to, NEW.get(texts.get(over)) + "{" + above + "}{" + below + "}");
    }

    /** Several may stand within each other, which takes a person. */
    private static Place onlyNamed(LatexSyntax syntax, Place place) {
        for (int i = place.from(); i < place.to(); i++) {
            if (NEW.containsKey(syntax.texts().get(i))) {
                return Place.of(i, i + 1);
            }
        }
        return Place.of(place.from(), place.from() + 1);
    }

    private static String text(LatexSyntax syntax, int from, int to) {
        return syntax.latex()
                .substring(
                        syntax.tokens().get(from).start(),
                        syntax.tokens().get(to - 1).end());
    }
}
