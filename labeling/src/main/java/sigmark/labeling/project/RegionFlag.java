package sigmark.labeling.project;

import java.util.Locale;

/** What keeps a region from being an ordinary formula with LaTeX. */
public enum RegionFlag {
    ILLEGIBLE,
    CUT_OFF,
    NOT_A_FORMULA;

    /** The word in files and queries: lower case with hyphens, such as {@code cut-off}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The flag of that word, in any case. */
    public static java.util.Optional<RegionFlag> ofWord(String word) {
        for (RegionFlag flag : values()) {
            if (flag.word().equalsIgnoreCase(word)) {
                return java.util.Optional.of(flag);
            }
        }
        return java.util.Optional.empty();
    }
}
