package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code delimiter-balance}: as many opening as closing parentheses and brackets, of whichever form. */
public final class DelimiterBalance implements LatexCheck {
    private static final Set<String> OPEN = Set.of("(", "[", "\\{", "\\lbrace", "\\langle", "\\lfloor", "\\lceil");
    private static final Set<String> CLOSE = Set.of(")", "]", "\\}", "\\rbrace", "\\rangle", "\\rfloor", "\\rceil");

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<String> texts = syntax.texts();
        int open = 0;
        int lastOpen = -1;
        for (int i = 0; i < texts.size(); i++) {
            if (syntax.inWords(i) || syntax.inComment(i) || isOption(syntax, i) || invisiblePartner(texts, i)) {
                continue;
            }
            if (OPEN.contains(texts.get(i))) {
                open++;
                lastOpen = i;
            } else if (CLOSE.contains(texts.get(i)) && --open < 0) {
                return List.of(Place.of(i, i + 1));
            }
        }
        return open > 0 ? List.of(Place.of(lastOpen, lastOpen + 1)) : List.of();
    }

    /** The brackets of {@code \sqrt[3]{x}} are no delimiters. */
    private static boolean isOption(LatexSyntax syntax, int i) {
        int open = syntax.texts().get(i).equals("[") ? i : syntax.pairs().open(i);
        return open > 0
                && syntax.texts().get(open).equals("[")
                && (syntax.texts().get(open - 1).equals("\\sqrt")
                        || syntax.texts().get(open - 1).equals("\\\\")
                        || syntax.texts().get(open - 1).startsWith("\\x"));
    }

    /** {@code \left\{ … \right.} has one visible side on purpose. */
    private static boolean invisiblePartner(List<String> texts, int i) {
        return i > 0 && (texts.get(i - 1).equals("\\left") || texts.get(i - 1).equals("\\right"));
    }
}
