package sigmark.analysis.recognition.cdm;

/**
 * Two tokens assigned to each other, by their places in the drawings.
 *
 * @param sameToken equal, or synonyms
 * @param inPlace one of the geometries found puts one on the other
 */
public record CdmPair(int truth, int prediction, boolean sameToken, boolean inPlace) {
    /** Counts as right. */
    public boolean correct() {
        return sameToken && inPlace;
    }
}
