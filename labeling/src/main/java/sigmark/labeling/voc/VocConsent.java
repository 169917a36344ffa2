package sigmark.labeling.voc;

/**
 * What the person agreed to.
 *
 * @param store text and image may be kept
 * @param train the image may become training data
 * @param until the last day, as it was given; empty without end
 */
public record VocConsent(boolean store, boolean train, String until) {
    public static final VocConsent NOT_ASKED = new VocConsent(true, false, "");
}
