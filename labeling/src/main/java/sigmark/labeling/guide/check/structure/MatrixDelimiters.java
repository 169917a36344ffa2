package sigmark.labeling.guide.check.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code matrix-delimiters}: a matrix between delimiters is {@code pmatrix} and its kin. */
public final class MatrixDelimiters implements LatexCheck {
    private static final Map<String, String> KIN =
            Map.of("()", "pmatrix", "[]", "bmatrix", "\\{\\}", "Bmatrix", "||", "vmatrix", "\\|\\|", "Vmatrix");

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).equals("\\begin{matrix}") || !syntax.pairs().closed(i) || i == 0) {
                continue;
            }
            int close = syntax.pairs().close(i);
            boolean left = i > 1 && texts.get(i - 2).equals("\\left");
            int after = close + 1 < texts.size() && texts.get(close + 1).equals("\\right") ? close + 2 : close + 1;
            if (after >= texts.size() || left != (after == close + 2)) {
                continue;
            }
            String name = KIN.get(texts.get(i - 1) + texts.get(after));
            if (name != null) {
                int from = left ? i - 2 : i - 1;
                places.add(Place.of(from, after + 1, renamed(syntax, i, close, name)));
                i = after;
            }
        }
        return places;
    }

    private static String renamed(LatexSyntax syntax, int open, int close, String name) {
        String inside = syntax.latex()
                .substring(
                        syntax.tokens().get(open).end(),
                        syntax.tokens().get(close).start());
        return "\\begin{" + name + "}" + inside + "\\end{" + name + "}";
    }
}
