package sigmark.analysis.recognition;

import java.util.List;
import java.util.Optional;
import sigmark.analysis.recognition.cdm.CdmRates;
import sigmark.analysis.recognition.cdm.StructureError;
import sigmark.inference.latex.EditDistance;

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
        return new LatexTruth(pair.id(), pair.truth()).compare(pair.prediction());
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
