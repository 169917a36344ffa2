package sigmark.inference.synthesis;

import java.util.Locale;

/** What a formula is about, from primary school to university; {@link Coverage} weighs them against each other. */
public enum FormulaTopic {
    /** Single letters, as they stand in running text. */
    LETTERS,
    ARITHMETIC,
    ALGEBRA,
    FUNCTIONS,
    TRIGONOMETRY,
    SEQUENCES,
    CALCULUS,
    MATRICES,
    SETS,
    PROBABILITY,
    GEOMETRY,
    NUMBERS,
    PHYSICS,
    /** Formulas with Korean words in {@code \text}. */
    KOREAN,
    /** Indices, fields, operators and long relations as research papers have them. */
    RESEARCH;

    static FormulaTopic ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
