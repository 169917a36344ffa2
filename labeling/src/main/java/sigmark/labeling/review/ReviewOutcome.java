package sigmark.labeling.review;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sigmark.inference.work.LeftOut;

/**
 * What came of looking through labels.
 *
 * @param regions how many were looked at
 * @param broken those that break a rule, page by page
 * @param leftOut pages whose picture could not be read: their boxes were not judged, their LaTeX was
 */
public record ReviewOutcome(int regions, List<ReviewedRegion> broken, List<LeftOut> leftOut) {
    public ReviewOutcome {
        broken = List.copyOf(broken);
        leftOut = List.copyOf(leftOut);
    }

    /** How many regions break each rule, by the rule's id. */
    public Map<String, Integer> byRule() {
        Map<String, Integer> counts = new TreeMap<>();
        broken.forEach(region -> region.findings().stream()
                .map(finding -> finding.rule().id())
                .distinct()
                .forEach(id -> counts.merge(id, 1, Integer::sum)));
        return counts;
    }
}
