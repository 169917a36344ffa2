package sigmark.labeling.delivery;

import java.util.Optional;

/**
 * A page of a package as the curator's project keeps it.
 *
 * @param sent as it went out in the newest round
 * @param delivered as it came back last; absent until it did
 * @param firstDelivered as it came back in the first round
 * @param activeMillis as the labeler's program measured it, pauses cut
 * @param spanMillis from the first to the last edit
 */
public record DeliveredPage(
        String pageId,
        PageRole role,
        PageLabels sent,
        Optional<PageLabels> delivered,
        Optional<PageLabels> firstDelivered,
        long activeMillis,
        long spanMillis) {
    /** What the next return is compared with: what came back last, else what was sent. */
    public PageLabels base() {
        return delivered.orElse(sent);
    }
}
