package sigmark.labeling.project;

import java.util.Locale;

/** What a page is used for; fixed per page, near duplicates together. */
public enum Split {
    NONE,
    TRAIN,
    VALIDATION,
    TEST;

    /** The word in files and queries: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The split of that word, in any case; {@code val} and {@code valid} mean validation. */
    public static java.util.Optional<Split> ofWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("val") || lower.equals("valid")) {
            return java.util.Optional.of(VALIDATION);
        }
        for (Split split : values()) {
            if (split.word().equals(lower)) {
                return java.util.Optional.of(split);
            }
        }
        return java.util.Optional.empty();
    }
}
