package sigmark.inference.page;

import java.util.Locale;

/** How a formula stands on its page. Chemistry and units are kinds of their own, off unless the guide asks for them. */
public enum FormulaKind {
    INLINE,
    DISPLAY,
    CHEMISTRY,
    UNIT;

    /** The word in files and queries: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that word, in any case. */
    public static java.util.Optional<FormulaKind> ofWord(String word) {
        for (FormulaKind kind : values()) {
            if (kind.word().equalsIgnoreCase(word)) {
                return java.util.Optional.of(kind);
            }
        }
        return java.util.Optional.empty();
    }
}
