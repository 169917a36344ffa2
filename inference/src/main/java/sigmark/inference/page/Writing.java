package sigmark.inference.page;

import java.util.Locale;

/** Whether a formula was printed or written by hand. */
public enum Writing {
    PRINTED,
    HANDWRITTEN;

    /** The word in files and queries: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The writing of that word, in any case. */
    public static java.util.Optional<Writing> ofWord(String word) {
        for (Writing writing : values()) {
            if (writing.word().equalsIgnoreCase(word)) {
                return java.util.Optional.of(writing);
            }
        }
        return java.util.Optional.empty();
    }
}
