package sigmark.analysis.match;

/**
 * A truth and the prediction matched to it, by their places in the lists that were matched.
 *
 * @param iou overlap over union, above 0 to 1
 */
public record BoxPair(int truth, int prediction, double iou) {}
