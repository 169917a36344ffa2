package sigmark.labeling.guide.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideChecker;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.check.Violation;

/**
 * A rule tried on its own examples.
 *
 * @param checked whether the program can judge at all
 * @param broken examples that the rule judges wrongly: a good one that it finds fault with, a bad one that it passes
 * @param problems why examples could not be tried
 */
public record RuleTrial(GuideRule rule, boolean checked, List<GuideExample> broken, List<Problem> problems) {
    public RuleTrial {
        broken = List.copyOf(broken);
        problems = List.copyOf(problems);
    }

    /** All rules, in the guide's order. */
    public static List<RuleTrial> all(Guide guide, ExampleGallery gallery) {
        GuideChecker checker = new GuideChecker(guide);
        return guide.rules().stream().map(rule -> of(rule, checker, gallery)).toList();
    }

    /** One rule; blocks for as long as drawing its examples takes. */
    public static RuleTrial of(GuideRule rule, GuideChecker checker, ExampleGallery gallery) {
        List<GuideExample> broken = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        boolean checked = false;
        for (GuideExample example : rule.examples()) {
            try {
                Optional<List<Violation>> found =
                        checker.check(rule, gallery.exhibit(example).region());
                checked |= found.isPresent();
                if (found.isPresent() && found.get().isEmpty() != example.good()) {
                    broken.add(example);
                }
            } catch (ProblemException failed) {
                problems.add(failed.problem());
            }
        }
        return new RuleTrial(rule, checked, broken, problems);
    }

    /** Examples that are judged as they should be. */
    public int right() {
        return checked ? rule.examples().size() - broken.size() - problems.size() : 0;
    }
}
