package sigmark.analysis.errors;

import java.util.Set;

/** What part a canonical token plays. */
public enum TokenSort {
    /** A sign on the page: letter, digit, operator, relation. */
    SYMBOL,
    /** An opening or closing sign: parentheses, bars, braces on the page. */
    BRACKET,
    /** {@code _} or {@code ^}. */
    SCRIPT,
    /** An invisible brace that groups. */
    GROUP,
    /** A fraction, a root, a binomial. */
    FRACTION,
    /** What sits over or under: accents, lines, braces, stacked signs. */
    ACCENT,
    /** An alphabet or words. */
    FONT,
    /** A table's begin, end, column and row marks. */
    TABLE,
    /** Blank space. */
    SPACE;

    private static final Set<String> BRACKETS = Set.of(
            "(",
            ")",
            "[",
            "]",
            "\\{",
            "\\}",
            "|",
            "\\|",
            "\\langle",
            "\\rangle",
            "\\lfloor",
            "\\rfloor",
            "\\lceil",
            "\\rceil",
            "\\lbrace",
            "\\rbrace",
            "\\lbrack",
            "\\rbrack");
    private static final Set<String> FRACTIONS = Set.of("\\frac", "\\sqrt", "\\binom", "\\dfrac", "\\tfrac", "\\cfrac");
    private static final Set<String> ACCENTS = Set.of(
            "\\hat",
            "\\widehat",
            "\\tilde",
            "\\widetilde",
            "\\bar",
            "\\overline",
            "\\underline",
            "\\vec",
            "\\dot",
            "\\ddot",
            "\\dddot",
            "\\check",
            "\\breve",
            "\\acute",
            "\\grave",
            "\\mathring",
            "\\overbrace",
            "\\underbrace",
            "\\overset",
            "\\underset",
            "\\stackrel",
            "\\substack",
            "\\overrightarrow",
            "\\overleftarrow",
            "\\overleftrightarrow",
            "\\xrightarrow",
            "\\xleftarrow",
            "\\boxed",
            "\\not");
    private static final Set<String> FONTS = Set.of(
            "\\mathrm",
            "\\mathbf",
            "\\mathit",
            "\\mathsf",
            "\\mathtt",
            "\\mathbb",
            "\\mathcal",
            "\\mathfrak",
            "\\mathscr",
            "\\boldsymbol",
            "\\bm",
            "\\text",
            "\\textbf",
            "\\textit",
            "\\textsf",
            "\\texttt",
            "\\textrm",
            "\\operatorname");
    private static final Set<String> SPACES =
            Set.of("\\quad", "\\qquad", "\\,", "\\;", "\\:", "\\!", "\\ ", "~", "\\>", "\\enspace");

    /** Whether a token is a sign on the page by itself: a letter, an operator, a delimiter; not what only arranges them. */
    static boolean isInk(String token) {
        TokenSort sort = token.isEmpty() ? SPACE : of(token);
        return sort == SYMBOL || sort == BRACKET || sort == ACCENT;
    }

    /** The part of a token. */
    public static TokenSort of(String token) {
        if (token.equals("_") || token.equals("^")) {
            return SCRIPT;
        }
        if (token.equals("{") || token.equals("}")) {
            return GROUP;
        }
        if (token.startsWith("\\begin") || token.startsWith("\\end{") || token.equals("&") || token.equals("\\\\")) {
            return TABLE;
        }
        if (BRACKETS.contains(token)) {
            return BRACKET;
        }
        if (FRACTIONS.contains(token)) {
            return FRACTION;
        }
        if (ACCENTS.contains(token)) {
            return ACCENT;
        }
        if (FONTS.contains(token)) {
            return FONT;
        }
        return SPACES.contains(token) ? SPACE : SYMBOL;
    }
}
