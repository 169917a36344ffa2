package sigmark.labeling.guide;

import java.util.Locale;
import java.util.Optional;

/** What a broken rule means for the work. */
public enum Severity {
    /** The page cannot be submitted. */
    BLOCKING,
    /** Probably wrong; the person decides. */
    WARNING,
    /** Better another way. */
    ADVICE;

    /** The word in files: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity of that word, in any case. */
    public static Optional<Severity> ofWord(String word) {
        for (Severity severity : values()) {
            if (severity.word().equalsIgnoreCase(word)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
