package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.Fix;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;
import sigmark.labeling.project.RegionFlag;

/** {@code words-only}: a region whose LaTeX is nothing but words in {@code \text} is no formula. */
public final class WordsOnly implements RuleCheck {
    @Override
    public List<Violation> check(CheckedRegion region) {
        LatexSyntax syntax = region.syntax();
        boolean some = false;
        for (int i = 0; i < syntax.texts().size(); i++) {
            boolean opens = syntax.texts().get(i).startsWith("\\text")
                    || syntax.texts().get(i).equals("\\mbox");
            boolean blank = syntax.texts().get(i).equals("\\quad");
            boolean word = syntax.inWords(i);
            if (!opens && !word && !blank && !closesWords(syntax, i)) {
                return List.of();
            }
            some |= opens;
        }
        String latex = syntax.latex();
        return some
                ? List.of(new Violation(
                        0, latex.length(), latex.strip(), Optional.of(Fix.flag(RegionFlag.NOT_A_FORMULA))))
                : List.of();
    }

    private static boolean closesWords(LatexSyntax syntax, int i) {
        int open = syntax.pairs().open(i);
        return open >= 0 && syntax.inWords(open);
    }
}
