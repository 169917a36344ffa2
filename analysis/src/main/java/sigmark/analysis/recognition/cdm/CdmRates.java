package sigmark.analysis.recognition.cdm;

import java.util.Optional;

/** A prediction's character detection matching in three numbers, each 0 to 1 and to three decimals. */
public record CdmRates(double f1, double precision, double recall) {
    private static final CdmRates NONE = new CdmRates(0, 0, 0);
    private static final CdmRates WHOLE = new CdmRates(1, 1, 1);

    /**
     * Compares a prediction with its truth. One that is missing or cannot be laid out scores 0; empty when the truth
     * cannot be laid out, since then there is nothing to compare with.
     */
    public static Optional<CdmRates> of(String truth, Optional<String> prediction) {
        return of(truth, Cdm.drawing(truth), prediction);
    }

    /** As above, with the truth's drawing at hand. */
    public static Optional<CdmRates> of(String truth, Optional<CdmDrawing> wanted, Optional<String> prediction) {
        if (wanted.isEmpty() || prediction.isEmpty()) {
            return wanted.map(drawn -> NONE);
        }
        if (truth.equals(prediction.get())) {
            return Optional.of(WHOLE); // every token costs nothing where it is
        }
        return Optional.of(Cdm.drawing(prediction.get())
                .map(found -> of(Cdm.match(wanted.get(), found)))
                .orElse(NONE));
    }

    private static CdmRates of(CdmScore score) {
        return new CdmRates(score.f1(), score.precision(), score.recall());
    }
}
