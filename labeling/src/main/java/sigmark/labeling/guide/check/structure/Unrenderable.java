package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.LatexProblem;
import sigmark.inference.latex.LatexSyntax;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;

/** {@code unrenderable}: the LaTeX can be drawn, whole. What is wrong with its syntax is left to other checks. */
public final class Unrenderable implements RuleCheck {
    @Override
    public List<Violation> check(CheckedRegion region) {
        LatexSyntax syntax = region.syntax();
        if (syntax.tokens().isEmpty() || !syntax.problems().isEmpty()) {
            return List.of();
        }
        String latex = syntax.latex();
        return FormulaRenderer.layout(latex).issues().stream()
                .map(issue -> new Violation(
                        Math.min(issue.start(), latex.length()),
                        Math.min(issue.end(), latex.length()),
                        found(latex, issue),
                        Optional.empty()))
                .toList();
    }

    private static String found(String latex, LatexProblem issue) {
        return latex.substring(Math.min(issue.start(), latex.length()), Math.min(issue.end(), latex.length()));
    }
}
