package sigmark.labeling.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;

/** What other tools and data sets call the kinds of formulas. */
final class KindWords {
    /** Classes in the order in which exports number them. */
    static final List<FormulaKind> ORDER = List.of(FormulaKind.values());

    private KindWords() {}

    /** The kind that a class name means; empty when it is no formula, such as {@code table}. */
    static Optional<FormulaKind> of(String name) {
        String word = name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        Optional<FormulaKind> own = FormulaKind.ofWord(word);
        if (own.isPresent()) {
            return own;
        }
        boolean notContent = word.contains("caption") || word.contains("ignore") || word.contains("number");
        if (notContent) {
            return Optional.empty();
        }
        if (word.contains("inline") || word.startsWith("embed")) {
            return Optional.of(FormulaKind.INLINE);
        }
        if (word.contains("display") || word.startsWith("isolate") || word.contains("interline")) {
            return Optional.of(FormulaKind.DISPLAY);
        }
        if (word.contains("chem")) {
            return Optional.of(FormulaKind.CHEMISTRY);
        }
        boolean formula = word.contains("formula")
                || word.contains("equation")
                || word.contains("math")
                || word.contains("latex");
        return formula ? Optional.of(FormulaKind.DISPLAY) : Optional.empty();
    }

    /** A guess for labels that do not say: formulas wider than half of the page stand on lines of their own. */
    static FormulaKind guess(Box box, int pageWidth) {
        return pageWidth > 0 && box.width() > pageWidth / 2.0 ? FormulaKind.DISPLAY : FormulaKind.INLINE;
    }
}
