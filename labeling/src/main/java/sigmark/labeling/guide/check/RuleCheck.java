package sigmark.labeling.guide.check;

import java.util.List;

/** Judges a region by one rule. A pure function; quick enough for every keystroke. */
public interface RuleCheck {
    /** Where the region breaks the rule; empty when it keeps it, and when it cannot be told. */
    List<Violation> check(CheckedRegion region);
}
