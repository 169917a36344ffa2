package sigmark.labeling.guide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What changed between two guides, rule by rule, in the order of the newer one; removed rules come last. */
public final class GuideDiff {
    private GuideDiff() {}

    public static List<RuleChange> between(Guide before, Guide after) {
        List<RuleChange> changes = new ArrayList<>();
        for (GuideRule rule : after.rules()) {
            Optional<GuideRule> was = before.rule(rule.id());
            if (was.isEmpty()) {
                changes.add(new RuleChange(rule.id(), RuleChange.Kind.ADDED, Set.of()));
                continue;
            }
            Set<RuleChange.Part> parts = parts(before, after, was.get(), rule);
            if (!parts.isEmpty()) {
                changes.add(new RuleChange(rule.id(), RuleChange.Kind.CHANGED, parts));
            }
        }
        before.rules().stream()
                .filter(rule -> after.rule(rule.id()).isEmpty())
                .forEach(rule -> changes.add(new RuleChange(rule.id(), RuleChange.Kind.REMOVED, Set.of())));
        return changes;
    }

    private static Set<RuleChange.Part> parts(Guide before, Guide after, GuideRule was, GuideRule is) {
        Set<RuleChange.Part> parts = EnumSet.noneOf(RuleChange.Part.class);
        boolean words = after.words().entrySet().stream().anyMatch(entry -> {
            GuideWords old = before.words().get(entry.getKey());
            return old == null || !old.rule(is.id()).equals(entry.getValue().rule(is.id()));
        });
        if (words) {
            parts.add(RuleChange.Part.WORDS);
        }
        if (was.severity() != is.severity()) {
            parts.add(RuleChange.Part.SEVERITY);
        }
        if (!was.check().equals(is.check())) {
            parts.add(RuleChange.Part.CHECK);
        }
        if (!was.examples().equals(is.examples())) {
            parts.add(RuleChange.Part.EXAMPLES);
        }
        return parts;
    }
}
