package sigmark.labeling.guide;

/**
 * How the quiz is held.
 *
 * @param threshold share of right answers that passes, 0 to 1; at 0 nobody has to take it
 * @param asked how many examples are shown
 */
public record QuizSetting(double threshold, int asked) {
    public QuizSetting {
        if (!(threshold >= 0 && threshold <= 1) || asked < 1) {
            throw new IllegalArgumentException("quiz of %d with threshold %s".formatted(asked, threshold));
        }
    }
}
