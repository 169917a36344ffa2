package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code double-braces}: braces right within braces are once too many. */
public final class DoubleBraces implements LatexCheck {
    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i + 1 < texts.size(); i++) {
            boolean two = texts.get(i).equals("{")
                    && texts.get(i + 1).equals("{")
                    && syntax.pairs().closed(i)
                    && syntax.pairs().closed(i + 1)
                    && syntax.pairs().close(i) == syntax.pairs().close(i + 1) + 1;
            if (two && !syntax.inComment(i)) {
                int close = syntax.pairs().close(i);
                places.add(Place.of(
                        i,
                        close + 1,
                        syntax.latex()
                                .substring(
                                        syntax.tokens().get(i + 1).start(),
                                        syntax.tokens().get(close - 1).end())));
                i = close;
            }
        }
        return places;
    }
}
