package sigmark.labeling.verdict;

import java.util.Locale;

/** How much a difference matters to a reader of the formula. */
public enum Weight {
    /** Changes what the formula says. */
    REAL,
    /** Looks a little different, says the same. */
    COSMETIC,
    /** The label is wrong, not the reading. */
    TRUTH_WRONG,
    /** Not asked or not answered. */
    NONE;

    /** The word in files and message keys: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
