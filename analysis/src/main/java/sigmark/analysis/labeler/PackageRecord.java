package sigmark.analysis.labeler;

import java.util.Map;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Proportion;
import sigmark.labeling.delivery.Delivery;

/**
 * What one package says of its labeler.
 *
 * @param regions that came back on pages to be labeled
 * @param accepted of those, regions that are accepted now
 * @param returned of those, regions that are returned now
 * @param firstPass inspected regions of the first round that were right / inspected
 * @param corrections delivered regions whose box, LaTeX or kind somebody changed since
 * @param activeMillis on all its pages, pauses cut
 * @param spanMillis on all its pages, from first to last edit
 * @param violations by rule id
 */
public record PackageRecord(
        Delivery delivery,
        GoldScore gold,
        int regions,
        int allRegions,
        int accepted,
        int returned,
        Proportion firstPass,
        int corrections,
        long activeMillis,
        long spanMillis,
        Map<String, Integer> violations) {
    private static final double HOUR = 3_600_000;

    public PackageRecord {
        violations = Map.copyOf(violations);
    }

    /** Formulas an active hour, over all pages; absent when no time was measured. */
    public OptionalDouble perActiveHour() {
        return activeMillis == 0 ? OptionalDouble.empty() : OptionalDouble.of(allRegions * HOUR / activeMillis);
    }
}
