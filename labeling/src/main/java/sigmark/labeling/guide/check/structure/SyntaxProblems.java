package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.Fix;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;

/** {@code syntax}: the LaTeX has none of the named problems, such as {@code brace-open} or {@code double-script}. */
public final class SyntaxProblems implements RuleCheck {
    private final Set<String> codes;

    public SyntaxProblems(CheckSettings settings) {
        codes = settings.words("problems");
    }

    @Override
    public List<Violation> check(CheckedRegion region) {
        String latex = region.syntax().latex();
        return region.syntax().problems().stream()
                .filter(problem -> codes.contains(problem.code().substring("latex.".length())))
                .map(problem -> new Violation(
                        problem.start(),
                        problem.end(),
                        latex.substring(problem.start(), problem.end()),
                        Optional.<Fix>empty()))
                .toList();
    }
}
