package sigmark.labeling.inspection;

import java.util.Locale;
import java.util.Optional;

/** Why an inspected region is wrong. Critical ones count against the plan, the others are told to the labeler only. */
public enum Reason {
    /** The LaTeX says something else than the page. */
    MEANING(true),
    /** The LaTeX says the same in a spelling that the guide does not want. */
    SPELLING(false),
    BOX(true),
    KIND(true),
    NOT_A_FORMULA(true),
    /** A formula beside it has no region. */
    MISSED(true),
    FLAG(true),
    OTHER(true);

    private final boolean critical;

    Reason(boolean critical) {
        this.critical = critical;
    }

    public boolean critical() {
        return critical;
    }

    /** The word in files, columns and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of that word. */
    public static Optional<Reason> ofWord(String word) {
        for (Reason reason : values()) {
            if (reason.word().equalsIgnoreCase(word)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
