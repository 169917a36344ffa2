package sigmark.labeling.guide.check.structure;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code cases}: rows behind one brace are {@code cases}, not an array with {@code \left\{}. */
public final class CasesArray implements LatexCheck {
    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 2; i < texts.size(); i++) {
            boolean brace =
                    texts.get(i - 2).equals("\\left") && texts.get(i - 1).equals("\\{");
            boolean rows = texts.get(i).equals("\\begin{array}")
                    || texts.get(i).equals("\\begin{aligned}")
                    || texts.get(i).equals("\\begin{matrix}");
            if (!brace || !rows || !syntax.pairs().closed(i)) {
                continue;
            }
            int close = syntax.pairs().close(i);
            boolean open = close + 2 < texts.size()
                    && texts.get(close + 1).equals("\\right")
                    && texts.get(close + 2).equals(".");
            if (open) {
                places.add(Place.of(i - 2, close + 3, asCases(syntax, i, close)));
                i = close + 2;
            }
        }
        return places;
    }

    private static String asCases(LatexSyntax syntax, int open, int close) {
        boolean columns = syntax.texts().get(open).equals("\\begin{array}")
                && syntax.texts().get(open + 1).equals("{")
                && syntax.pairs().closed(open + 1);
        int last = columns ? syntax.pairs().close(open + 1) : open;
        String inside = syntax.latex()
                .substring(
                        syntax.tokens().get(last).end(),
                        syntax.tokens().get(close).start());
        return "\\begin{cases}" + inside + "\\end{cases}";
    }
}
