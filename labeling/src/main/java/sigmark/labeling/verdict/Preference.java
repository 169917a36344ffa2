package sigmark.labeling.verdict;

import java.util.Locale;

/** Which of two readings a person finds better, asked before they see whose it is. */
public enum Preference {
    /** The candidate's. */
    CANDIDATE,
    /** That of the run it is seen against. */
    OTHER,
    EQUAL,
    /** Not asked or not answered. */
    NONE;

    /** The word in files and message keys: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
