package sigmark.labeling.delivery;

/**
 * A work package as its curator's project keeps it.
 *
 * @param manifestSha256 of the newest round's manifest; returns name it
 * @param workPages pages whose labels are merged
 * @param pagesIn of those, and of overlap and gold pages, how many came back in any round
 * @param handIns returns that were merged in this round
 */
public record Delivery(
        WorkPackage work,
        DeliveryState state,
        String manifestSha256,
        int workPages,
        int overlapPages,
        int goldPages,
        int pagesIn,
        int handIns) {
    /** Pages that were sent. */
    public int pages() {
        return workPages + overlapPages + goldPages;
    }
}
