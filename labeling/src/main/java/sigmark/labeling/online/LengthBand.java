package sigmark.labeling.online;

/** How long a shown formula was, in LaTeX tokens as they stood. */
public enum LengthBand {
    SHORT(3, "1–3"),
    MEDIUM(15, "4–15"),
    LONG(60, "16–60"),
    VERY_LONG(Integer.MAX_VALUE, "over 60");

    private final int most;
    private final String word;

    LengthBand(int most, String word) {
        this.most = most;
        this.word = word;
    }

    /** As the value of the slice {@code tokens}. */
    public String word() {
        return word;
    }

    public static LengthBand of(int tokens) {
        for (LengthBand band : values()) {
            if (tokens <= band.most) {
                return band;
            }
        }
        return VERY_LONG;
    }
}
