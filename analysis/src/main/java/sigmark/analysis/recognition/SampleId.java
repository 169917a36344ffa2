package sigmark.analysis.recognition;

/**
 * Names a sample. Kept as JSON text, so that a number stays a number when it is written again.
 *
 * @param json a JSON string with its quotes, or a number
 */
public record SampleId(String json) {
    public SampleId {
        if (json.isBlank()) {
            throw new IllegalArgumentException("empty sample id");
        }
    }

    /** For people: without quotes. */
    public String text() {
        return json.startsWith("\"") && json.endsWith("\"") && json.length() > 1
                ? json.substring(1, json.length() - 1)
                : json;
    }

    @Override
    public String toString() {
        return text();
    }
}
