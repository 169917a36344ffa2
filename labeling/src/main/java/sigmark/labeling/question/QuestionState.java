package sigmark.labeling.question;

import java.util.Locale;

/** How far a question is. */
public enum QuestionState {
    OPEN,
    ANSWERED,
    /** Its answer became a rule or an example of the work guide. */
    IN_GUIDE;

    /** The word in files, columns and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that word. */
    public static QuestionState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
