package sigmark.analysis.foresight;

/**
 * A live request that the test set should gain.
 *
 * @param slice that the test set has too little of, such as {@code tokens=16–60}
 * @param touched whether the user edited, drew or complained: such a page says more
 */
public record Proposal(String requestId, String version, String slice, boolean touched) {}
