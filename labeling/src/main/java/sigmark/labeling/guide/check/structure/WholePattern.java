package sigmark.labeling.guide.check.structure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import sigmark.inference.page.FormulaKind;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.Fix;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;
import sigmark.labeling.project.RegionFlag;

/**
 * {@code pattern}: the whole LaTeX, without blanks, is none of the named patterns; for what is no formula at all. With
 * {@code flag} the fix sets that flag.
 */
public final class WholePattern implements RuleCheck {
    private static final int LONGEST = 200;
    private final List<Pattern> patterns;
    private final Optional<RegionFlag> flag;
    private final boolean inlineOnly;

    public WholePattern(CheckSettings settings) {
        patterns = settings.patterns("patterns");
        String word = settings.text("flag", "");
        flag = RegionFlag.ofWord(word);
        if (!word.isEmpty() && flag.isEmpty()) {
            throw settings.bad("flag", word);
        }
        inlineOnly = settings.text("where", "anywhere").equals("inline");
    }

    @Override
    public List<Violation> check(CheckedRegion region) {
        String text = String.join("", region.syntax().texts());
        boolean elsewhere = inlineOnly && region.kind() != FormulaKind.INLINE;
        if (text.isEmpty() || text.length() > LONGEST || elsewhere) {
            return List.of();
        }
        boolean matches = patterns.stream()
                .anyMatch(pattern -> BoundedText.matches(pattern, text.toLowerCase(Locale.ROOT))
                        || BoundedText.matches(pattern, text));
        String latex = region.syntax().latex();
        return matches ? List.of(new Violation(0, latex.length(), latex.strip(), flag.map(Fix::flag))) : List.of();
    }
}
