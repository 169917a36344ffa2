package sigmark.labeling.online;

import java.util.Optional;

/** What the log says that a user did with a shown result. */
public enum Outcome {
    EDITED("edited"),
    /** A deliberate act: copied, inserted, sent on. */
    CONFIRMED("confirmed"),
    /** Looked at, nothing done: no evidence that it was right. */
    SILENT("silent"),
    /** Scrolled off or never on the screen. */
    NOT_SEEN("notSeen"),
    /** Thrown away as wrong: an edit of the greatest severity. */
    DELETED("deleted");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word in the log. */
    public String word() {
        return word;
    }

    public static Optional<Outcome> ofWord(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word.equals(word)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
