package sigmark.analysis.verdict;

import java.util.Optional;
import sigmark.labeling.requirement.Measure;

/** What the trial or the live service says about a pipeline version; the judge asks it for online lines. */
public interface OnlineEvidence {
    /** There is none. */
    OnlineEvidence NONE = new OnlineEvidence() {
        @Override
        public Optional<ByUser> rate(Measure measure, String slice) {
            return Optional.empty();
        }

        @Override
        public double[] captureToDisplay(String slice) {
            return new double[0];
        }
    };

    /**
     * Counts by user, the unit of independence.
     *
     * @param edited results that the user edited
     * @param judged results that count, as the measure says
     */
    record ByUser(double[] edited, double[] judged) {
        public ByUser {
            edited = edited.clone();
            judged = judged.clone();
        }
    }

    /** Of {@link Measure#EDIT_RATE_JUDGED} or {@link Measure#EDIT_RATE_SEEN} on a slice; empty when nothing was seen. */
    Optional<ByUser> rate(Measure measure, String slice);

    /** Milliseconds from capture to display, one a request whose capture was seen. */
    double[] captureToDisplay(String slice);
}
