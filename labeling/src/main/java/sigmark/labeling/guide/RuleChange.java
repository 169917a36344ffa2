package sigmark.labeling.guide;

import java.util.Set;

/** What is different about one rule between two guides. */
public record RuleChange(String ruleId, Kind kind, Set<Part> parts) {
    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A part of a rule. */
    public enum Part {
        WORDS,
        SEVERITY,
        CHECK,
        EXAMPLES
    }

    public RuleChange {
        parts = Set.copyOf(parts);
    }

    /** Whether labels made before may be judged otherwise now: the rule is new, or its check or weight changed. */
    public boolean touchesLabels() {
        return kind == Kind.ADDED || parts.contains(Part.CHECK) || parts.contains(Part.SEVERITY);
    }
}
