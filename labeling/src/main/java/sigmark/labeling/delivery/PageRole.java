package sigmark.labeling.delivery;

import java.util.Locale;

/** Why a page is in a package. Only the curator's project knows; the package says nothing of it. */
public enum PageRole {
    /** To be labeled; the labels are merged into the project. */
    WORK,
    /** Labeled by somebody else too; the labels are compared, not merged. */
    OVERLAP,
    /** Its truth is known; the labels are scored against it, not merged. */
    GOLD;

    /** The word in columns and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word. */
    public static PageRole of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
