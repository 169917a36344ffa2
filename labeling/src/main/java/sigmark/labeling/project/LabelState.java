package sigmark.labeling.project;

import java.util.Locale;

/** How far the labeling of a page or region is. Every step can be taken back. */
public enum LabelState {
    UNTOUCHED,
    LABELED,
    SUBMITTED,
    ACCEPTED,
    RETURNED;

    /** The word in files and queries: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word, in any case. */
    public static java.util.Optional<LabelState> ofWord(String word) {
        for (LabelState state : values()) {
            if (state.word().equalsIgnoreCase(word)) {
                return java.util.Optional.of(state);
            }
        }
        return java.util.Optional.empty();
    }
}
