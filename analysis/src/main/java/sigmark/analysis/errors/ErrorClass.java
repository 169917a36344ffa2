package sigmark.analysis.errors;

import java.util.Locale;

/** What is wrong with a reading. A reading can have several. */
public enum ErrorClass {
    /** A sign read as another sign. */
    SYMBOL,
    /** A sign of the truth that was not read. */
    MISSING,
    /** A sign read that the truth does not have. */
    EXTRA,
    /** Sub- or superscript: on the wrong level, missing, or holding too much or too little. */
    SCRIPT,
    /** A fraction, root or binomial: missing, extra, or holding too much or too little. */
    FRACTION,
    /** A parenthesis, bar or other delimiter. */
    BRACKET,
    /** Rows, columns or kind of a matrix, alignment or case list. */
    TABLE,
    /** Alphabet: bold, upright, calligraphic, words. */
    STYLE,
    /** Only blank space differs. */
    SPACING,
    /** The end of the truth was not read. */
    TRUNCATED,
    /** The same tokens over and over, more often than in the truth. */
    REPEATED,
    /** Braces or environments of the reading do not close. */
    UNPARSABLE;

    /** The word in files and message keys: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
