package sigmark.labeling.guide;

import java.time.Instant;
import java.util.List;

/**
 * How somebody did in the quiz.
 *
 * @param missed ids of the rules whose examples were judged wrongly
 */
public record QuizResult(
        String id,
        String person,
        int guideVersion,
        Instant at,
        int asked,
        int correct,
        double threshold,
        List<String> missed) {
    public QuizResult {
        if (asked < 1 || correct < 0 || correct > asked) {
            throw new IllegalArgumentException("%d of %d right".formatted(correct, asked));
        }
        missed = List.copyOf(missed);
    }

    public boolean passed() {
        return correct >= threshold * asked;
    }
}
