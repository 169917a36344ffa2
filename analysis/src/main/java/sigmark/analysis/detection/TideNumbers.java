package sigmark.analysis.detection;

import java.util.Map;

/**
 * TIDE's diagnosis (Bolya et al. 2020).
 *
 * @param ap average precision at the foreground threshold, percent; classes that only have detections count as 0
 * @param gains by type: how many points AP rises when errors of only that type are repaired, at least 0
 * @param falsePositives points that AP rises when every false detection is ranked below every right one
 * @param falseNegatives points that AP rises when unmatched truths are no longer asked for
 */
public record TideNumbers(
        double ap,
        Map<TideType, Double> gains,
        Map<TideType, Integer> counts,
        double falsePositives,
        double falseNegatives) {
    public TideNumbers {
        gains = Map.copyOf(gains);
        counts = Map.copyOf(counts);
    }
}
