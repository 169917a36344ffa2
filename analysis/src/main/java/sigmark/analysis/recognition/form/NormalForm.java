package sigmark.analysis.recognition.form;

import java.util.List;

/** One published way to spell a formula before it is compared. Defined for every text, and never fails. */
public interface NormalForm {
    /** The name a person gives it by. */
    String name();

    /** Where the form comes from and what it is compared in. */
    String description();

    /** The formula in this form. */
    String text(String latex);

    /** The word for what an edit distance counts. */
    default String unit() {
        return "tokens";
    }

    /** What an edit distance counts: tokens, or characters where the form is a text without blanks. */
    List<String> units(String text);

    /** What BLEU counts n-grams of. */
    List<String> words(String text);
}
