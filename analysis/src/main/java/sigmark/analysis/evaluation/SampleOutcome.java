package sigmark.analysis.evaluation;

import java.util.Locale;

/** What became of a formula in detection at IoU 0.5. */
public enum SampleOutcome {
    /** A true region that a found box took. */
    MATCHED,
    /** A true region that no found box took. */
    MISSED,
    /** A found box that took no true region. */
    FALSE_BOX;

    /** The word in files and message keys: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
