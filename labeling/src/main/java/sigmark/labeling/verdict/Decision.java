package sigmark.labeling.verdict;

import java.util.Locale;

/** What a person decided about a candidate. */
public enum Decision {
    /** Goes on, to a trial or a release. */
    CHOSEN,
    /** Does not go on. */
    REFUSED,
    /** More has to be looked at. */
    OPEN;

    /** The word in files, queries and message keys: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The decision of that word. */
    public static Decision of(String word) {
        for (Decision decision : values()) {
            if (decision.word().equals(word)) {
                return decision;
            }
        }
        throw new IllegalArgumentException("decision '%s'".formatted(word));
    }
}
