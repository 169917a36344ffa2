package sigmark.analysis.compare;

/**
 * Two runs compared within one slice.
 *
 * @param name such as {@code kind:display}
 * @param adjustedP of exact match (McNemar, exact), after Holm's correction for all slices compared
 */
public record SliceComparison(String name, RunComparison comparison, double adjustedP) {}
