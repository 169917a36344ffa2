package sigmark.labeling.voc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a complaint is about: the stage first, then, where a formula was misread, the class of error. The details are the
 * words of the error classes of the analysis, so that complaints and evaluations count the same things.
 */
public enum VocCause {
    CAPTURE('1'),
    DETECTION('2'),
    SYMBOL('3', "symbol", "missing", "extra", "style"),
    STRUCTURE('4', "script", "fraction", "bracket", "table", "truncated", "repeated", "unparsable"),
    HANDWRITING('5', "symbol", "script", "fraction", "table"),
    RENDERING('6', "spacing"),
    SPEED('7'),
    APP('8'),
    NOT_SUPPORTED('9'),
    USER_ERROR('0'),
    PRAISE('P'),
    OTHER('O');

    private final char key;
    private final List<String> details;

    VocCause(char key, String... details) {
        this.key = key;
        this.details = List.of(details);
    }

    /** The key that codes an item so. */
    public char key() {
        return key;
    }

    /** Words of error classes that say it closer; empty where there are none. */
    public List<String> details() {
        return details;
    }

    /** The word in files and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<VocCause> ofWord(String word) {
        for (VocCause cause : values()) {
            if (cause.word().equals(word)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
