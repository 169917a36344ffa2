package sigmark.labeling.project;

import java.util.List;
import sigmark.inference.run.Reading;

/**
 * Where a proposal came from, also kept on the human region that was accepted from it.
 *
 * @param detectorHash SHA-256 of the detector's files; empty when a person drew the box
 * @param recognizerHash SHA-256 of the recognizer's files; empty when nothing was read
 * @param score the detector's, 0 to 1
 * @param latexScore the recognizer's, 0 to 1
 * @param alternatives other readings, best first
 */
public record ProposalOrigin(
        String detectorHash,
        String recognizerHash,
        double score,
        double latexScore,
        List<Reading.Alternative> alternatives) {
    public ProposalOrigin {
        alternatives = List.copyOf(alternatives);
    }
}
