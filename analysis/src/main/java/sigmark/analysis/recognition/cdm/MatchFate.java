package sigmark.analysis.recognition.cdm;

/** What became of a visible token in character detection matching; its word never changes. */
public enum MatchFate {
    /** The same token in its place. */
    RIGHT("right"),
    /** The same token out of its place. */
    OTHER_PLACE("other-place"),
    /** Another token stands for it. */
    OTHER_TOKEN("other-token"),
    /** Nothing stands for it: missing from the prediction, or extra in it. */
    ALONE("alone");

    private final String word;

    MatchFate(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static MatchFate of(CdmPair pair) {
        return pair.correct() ? RIGHT : pair.sameToken() ? OTHER_PLACE : OTHER_TOKEN;
    }
}
