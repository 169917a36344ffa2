package sigmark.labeling.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.RuleCheck;
import sigmark.labeling.guide.check.Violation;
import sigmark.labeling.project.RegionFlag;

/** A guide's executable rules, ready to judge regions. Safe for any thread. */
public final class GuideChecker {
    private final Map<GuideRule, RuleCheck> checks = new LinkedHashMap<>();

    public GuideChecker(Guide guide) {
        for (GuideRule rule : guide.rules()) {
            rule.check()
                    .flatMap(spec -> CheckKinds.make(spec.kind(), new CheckSettings(rule.id(), spec.settings())))
                    .ifPresent(check -> checks.put(rule, check));
        }
    }

    /** What the region breaks, the gravest first; nothing for a region that is flagged as no formula. */
    public List<Finding> check(CheckedRegion region) {
        if (region.has(RegionFlag.NOT_A_FORMULA)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        checks.forEach(
                (rule, check) -> check.check(region).forEach(violation -> findings.add(new Finding(rule, violation))));
        findings.sort((a, b) -> Integer.compare(
                a.rule().severity().ordinal(), b.rule().severity().ordinal()));
        return findings;
    }

    /** Where the region breaks one rule; empty for a rule that only people can judge. */
    public Optional<List<Violation>> check(GuideRule rule, CheckedRegion region) {
        RuleCheck check = checks.get(rule);
        if (check == null) {
            return Optional.empty();
        }
        return Optional.of(region.has(RegionFlag.NOT_A_FORMULA) ? List.of() : check.check(region));
    }
}
