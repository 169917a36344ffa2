package sigmark.labeling.voc;

import java.util.Locale;
import java.util.Optional;

/** How far an item is. */
public enum VocState {
    NEW,
    NEEDS_INFORMATION,
    DUPLICATE,
    ACCEPTED,
    NOT_AN_ISSUE,
    /** Its image is a page of the project. */
    IN_DATA,
    /** It waits for a model, tied to an improvement point. */
    IN_MODEL,
    IN_APP,
    /** Its improvement point was verified by a run. */
    VERIFIED,
    CLOSED,
    REOPENED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<VocState> ofWord(String word) {
        for (VocState state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** Nobody has looked at it yet, or it came up again. */
    public boolean waits() {
        return this == NEW || this == REOPENED;
    }
}
