package sigmark.labeling.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The inspection of one round of a package.
 *
 * @param deliveryId the package
 * @param seed that the sample was drawn with
 * @param accepted absent until it is decided
 */
public record Inspection(
        long id,
        String deliveryId,
        int round,
        SamplingPlan plan,
        long seed,
        Instant begunAt,
        Optional<Instant> decidedAt,
        Optional<Boolean> accepted,
        String person,
        List<InspectedItem> items) {
    public Inspection {
        items = List.copyOf(items);
    }

    public long open() {
        return items.stream().filter(InspectedItem::isOpen).count();
    }

    /** Wrong ones that count. */
    public int critical() {
        return (int) items.stream().filter(InspectedItem::isCritical).count();
    }

    /** Wrong ones of either kind. */
    public int wrong() {
        return (int) items.stream().filter(item -> item.reason().isPresent()).count();
    }
}
