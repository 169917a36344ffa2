package sigmark.analysis.verdict;

import java.util.Locale;

/** How a line was judged. */
public enum Outcome {
    /** The whole interval keeps the bound. */
    MET,
    /** The whole interval misses the bound. */
    MISSED,
    /** The interval straddles the bound, or nothing was measured. */
    UNDECIDED;

    /** The word in files and JSON: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
