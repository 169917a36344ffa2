package sigmark.labeling.voc;

import java.util.List;
import java.util.regex.Pattern;

/** Finds in free text what points at a person by its form: mail addresses, telephone and resident numbers. */
public final class PersonalData {
    /** What stands where something was blacked out. */
    public static final String BLACK = "■■■";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}"),
            Pattern.compile("(?<!\\d)\\d{6}\\s?-\\s?[1-8]\\d{6}(?!\\d)"),
            Pattern.compile("(?<![\\d^_{])(?:\\+82[ -]?|0)(?:1[016-9]|2|[3-6]\\d|70)[ -]?\\d{3,4}[ -]\\d{4}(?!\\d)"),
            Pattern.compile("(?<!\\d)01[016-9]\\d{7,8}(?!\\d)"),
            Pattern.compile("(?<![\\d^_{])\\+\\d{1,3}[ -]\\d{1,4}[ -]\\d{3,4}[ -]\\d{3,4}(?!\\d)"));

    private PersonalData() {}

    /** The text with every such place blacked out. */
    public static String blackedOut(String text) {
        String left = text;
        for (Pattern form : FORMS) {
            left = form.matcher(left).replaceAll(BLACK);
        }
        return left;
    }
}
