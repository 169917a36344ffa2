package sigmark.analysis.voc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import sigmark.analysis.plan.ComplaintRanking;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocState;

/**
 * Complaints by cause, the weightiest first. Praise, repetitions and what turned out no issue are not ranked; items that
 * nobody coded count as {@code uncoded}.
 *
 * @param perThousand complaints for a thousand requests of the versions concerned, by cause; absent without requests
 */
public record VocPareto(ComplaintRanking ranking, Map<String, OptionalDouble> perThousand) {
    /** The row of items without a cause. */
    public static final String UNCODED = "uncoded";

    private static final double A_THOUSAND = 1000;

    public VocPareto {
        perThousand = Map.copyOf(perThousand);
    }

    /** @param requests requests by model version */
    public static VocPareto of(List<VocItem> items, Map<String, Long> requests) {
        List<ComplaintRanking.Complaint> complaints = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (VocItem item : items) {
            boolean counts1 = item.state() != VocState.DUPLICATE
                    && item.state() != VocState.NOT_AN_ISSUE
                    && !item.cause().equals(java.util.Optional.of(VocCause.PRAISE));
            if (counts1) {
                String code = item.cause().map(VocCause::word).orElse(UNCODED);
                String user = item.origin().user().isEmpty()
                        ? item.id()
                        : item.origin().user();
                complaints.add(
                        new ComplaintRanking.Complaint(code, item.severity().weight(), user));
                counts.merge(code, 1, Integer::sum);
            }
        }
        long all = requests.values().stream().mapToLong(Long::longValue).sum();
        Map<String, OptionalDouble> rates = new HashMap<>();
        counts.forEach((code, count) ->
                rates.put(code, all == 0 ? OptionalDouble.empty() : OptionalDouble.of(A_THOUSAND * count / all)));
        return new VocPareto(ComplaintRanking.of(complaints), rates);
    }
}
