package sigmark.labeling.guide;

import sigmark.labeling.guide.check.Violation;

/** A rule that a region breaks, and where. */
public record Finding(GuideRule rule, Violation violation) {
    /** Whether the page cannot be submitted with it. */
    public boolean blocks() {
        return rule.severity() == Severity.BLOCKING;
    }
}
