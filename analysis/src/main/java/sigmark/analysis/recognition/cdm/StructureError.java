package sigmark.analysis.recognition.cdm;

/** A difference that character detection matching passes over; its word never changes. */
public enum StructureError {
    /** The same sign stands on another script level: sub, sup, or the line. */
    SCRIPT_LEVEL("script-level"),
    /** The same sign stands in another alphabet. */
    FONT("font"),
    /** The same sign stands at another place of the row. */
    ORDER("order"),
    /** Too long to be compared. */
    NOT_CHECKED("not-checked");

    private final String word;

    StructureError(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
