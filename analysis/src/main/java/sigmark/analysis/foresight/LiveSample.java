package sigmark.analysis.foresight;

import java.util.OptionalDouble;

/**
 * A shown result whose page has labels in the project, judged by its user.
 *
 * @param user pseudonym, or the request's id where nobody is named
 * @param error canonical token distance of what was shown to the label, 0 to 1; 1 for a box without a formula
 * @param score of the model's reading; absent when the log has none
 * @param edited or deleted; false when it was confirmed
 */
public record LiveSample(
        String requestId,
        String version,
        String user,
        String pageId,
        String shown,
        double error,
        OptionalDouble score,
        boolean edited) {
    public LiveSample {
        if (!(error >= 0 && error <= 1)) {
            throw new IllegalArgumentException("an error of %s is not between 0 and 1".formatted(error));
        }
    }
}
