package sigmark.analysis.recognition;

import java.util.List;
import sigmark.inference.latex.EditDistance;

/**
 * A pair compared token by token.
 *
 * @param errors tokens to insert, delete or replace (Levenshtein distance)
 */
public record TokenScore(int errors, int truthTokens, int predictionTokens) {
    static TokenScore of(List<String> truth, List<String> prediction) {
        return new TokenScore(EditDistance.ofTokens(truth, prediction), truth.size(), prediction.size());
    }

    /** Tokens of the longer side: what {@link #distance} divides by. */
    public int longer() {
        return Math.max(truthTokens, predictionTokens);
    }

    /** Normalized edit distance: errors over tokens of the longer side, 0 to 1; 0 when both are empty. */
    public double distance() {
        return EditDistance.normalized(errors, truthTokens, predictionTokens);
    }

    /** The token lists are equal. */
    public boolean exact() {
        return errors == 0;
    }
}
