package sigmark.analysis.errors;

/**
 * One place of an alignment. At least one side is not empty; an empty one stands for nothing.
 *
 * @param truth the true token; empty where the prediction has one too many
 * @param prediction the token read; empty where one is missing
 */
public record AlignedToken(String truth, String prediction) {
    public AlignedToken {
        if (truth.isEmpty() && prediction.isEmpty()) {
            throw new IllegalArgumentException("nothing aligned with nothing");
        }
    }

    public boolean equal() {
        return truth.equals(prediction);
    }

    public boolean missing() {
        return prediction.isEmpty();
    }

    public boolean extra() {
        return truth.isEmpty();
    }

    public boolean confused() {
        return !equal() && !missing() && !extra();
    }
}
