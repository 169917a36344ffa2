package sigmark.labeling.project;

import java.util.List;
import sigmark.inference.run.Reading;

/**
 * Where a proposal came from, also kept on the human region that was accepted from it.
 *
 * @param proposalId the proposal that a human region was accepted from; empty on the proposal itself
 * @param detectorHash SHA-256 of the detector's files; empty when a person drew the box
 * @param recognizerHash SHA-256 of the recognizer's files; empty when nothing was read
 * @param score the detector's, 0 to 1
 * @param latexScore the recognizer's, 0 to 1
 * @param alternatives other readings, best first
 */
public record ProposalOrigin(
        String proposalId,
        String detectorHash,
        String recognizerHash,
        double score,
        double latexScore,
        List<Reading.Alternative> alternatives) {
    public ProposalOrigin {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Below this a model counts as unsure. The store keeps counts by it ({@code page_count}): another value needs a
     * migration that empties them.
     */
    public static final double DOUBT = 0.5;

    /** The origin of a proposal. */
    public ProposalOrigin(
            String detectorHash,
            String recognizerHash,
            double score,
            double latexScore,
            List<Reading.Alternative> alternatives) {
        this("", detectorHash, recognizerHash, score, latexScore, alternatives);
    }

    /** The same origin, on a human region made from that proposal. */
    public ProposalOrigin of(String proposal) {
        return new ProposalOrigin(proposal, detectorHash, recognizerHash, score, latexScore, alternatives);
    }

    /** The lower of the scores of the models that took part, 0 to 1. */
    public double lowestScore() {
        if (recognizerHash.isEmpty()) {
            return score;
        }
        return detectorHash.isEmpty() ? latexScore : Math.min(score, latexScore);
    }

    public boolean doubtful() {
        return lowestScore() < DOUBT;
    }
}
