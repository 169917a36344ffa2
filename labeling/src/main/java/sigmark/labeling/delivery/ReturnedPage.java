package sigmark.labeling.delivery;

/**
 * A page as it comes back.
 *
 * @param activeMillis time that the labeler was active on it, pauses cut, deleted regions included
 * @param spanMillis from the first to the last edit of it
 */
public record ReturnedPage(PageLabels labels, long activeMillis, long spanMillis) {
    public ReturnedPage {
        if (activeMillis < 0 || spanMillis < 0) {
            throw new IllegalArgumentException("active %d, span %d".formatted(activeMillis, spanMillis));
        }
    }
}
