package sigmark.inference.synthesis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of page is drawn. */
public enum PageKind {
    /** Running text with formulas, in one or two columns. */
    NOTES,
    /** The same, always in two columns. */
    COLUMNS,
    /** Numbered exercises with choices, figures and frames. */
    SHEET,
    /** Mostly tables. */
    TABLES,
    /** A slide of a talk. */
    SLIDE;

    /** The word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PageKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
