package sigmark.analysis.recognition;

import java.util.List;
import java.util.Optional;
import sigmark.analysis.recognition.cdm.CdmRates;
import sigmark.analysis.recognition.cdm.StructureCheck;
import sigmark.analysis.recognition.cdm.StructureError;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.EditDistance;
import sigmark.inference.latex.LatexTokenizer;

/**
 * One formula's reading compared with its truth.
 *
 * @param prediction absent when there was none; compared as empty
 * @param characterErrors Levenshtein distance in code points of the texts as given
 * @param longerCharacters code points of the longer text
 * @param asGiven on LaTeX tokens of the texts as given
 * @param canonical on tokens of the canonical form of both
 * @param cdm character detection matching; absent when the truth cannot be laid out
 * @param structure what character detection matching does not see; empty for a missing prediction
 */
public record LatexSample(
        SampleId id,
        String truth,
        Optional<String> prediction,
        int characterErrors,
        int longerCharacters,
        TokenScore asGiven,
        TokenScore canonical,
        BleuCounts bleuAsGiven,
        BleuCounts bleuCanonical,
        Optional<CdmRates> cdm,
        List<StructureError> structure) {
    public LatexSample {
        structure = List.copyOf(structure);
    }

    /** Compares one pair. */
    public static LatexSample of(LatexPair pair) {
        String truth = pair.truth();
        String prediction = pair.prediction().orElse("");
        List<String> truthTokens = LatexTokenizer.tokens(truth);
        List<String> truthCanonical = CanonicalForm.tokens(truth);
        boolean same = truth.equals(prediction);
        List<String> tokens = same ? truthTokens : LatexTokenizer.tokens(prediction);
        List<String> canonical = same ? truthCanonical : CanonicalForm.tokens(prediction);
        return new LatexSample(
                pair.id(),
                truth,
                pair.prediction(),
                EditDistance.ofCodePoints(truth, prediction),
                Math.max(truth.codePointCount(0, truth.length()), prediction.codePointCount(0, prediction.length())),
                TokenScore.of(truthTokens, tokens),
                TokenScore.of(truthCanonical, canonical),
                BleuCounts.of(truthTokens, tokens),
                BleuCounts.of(truthCanonical, canonical),
                CdmRates.of(truth, pair.prediction()),
                pair.prediction().isEmpty() ? List.of() : StructureCheck.of(truthCanonical, canonical));
    }

    /** There was no prediction. */
    public boolean failed() {
        return prediction.isEmpty();
    }

    /** Normalized edit distance in code points, 0 to 1; 0 when both are empty. */
    public double characterDistance() {
        return EditDistance.normalized(characterErrors, longerCharacters, longerCharacters);
    }
}
