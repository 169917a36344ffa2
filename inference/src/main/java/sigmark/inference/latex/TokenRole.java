package sigmark.inference.latex;

/** What a token is to a reader; editors colour by it. */
public enum TokenRole {
    /** A known command. */
    COMMAND,
    /** A command that is not known, or refused. */
    UNKNOWN,
    /** {@code \begin{…}} and {@code \end{…}}. */
    ENVIRONMENT,
    /** Braces, and brackets around an option. */
    BRACE,
    /** {@code _ ^ '}. */
    SCRIPT,
    /** {@code &} and the end of a row. */
    ALIGNMENT,
    /** Words inside a formula, blanks apart. */
    WORDS,
    /** From an unescaped percent sign to the line's end. */
    COMMENT,
    DIGIT,
    LETTER,
    SIGN
}
