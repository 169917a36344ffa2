package sigmark.labeling.online;

/**
 * What became of shown results, to be added up. Cosmetic and extending edits are within the confirmed, deletions within
 * the edited.
 *
 * @param requests requests, retries not among them
 * @param severitySum over the edited ones
 * @param heavy edited ones of a severity over 0.2
 * @param added formulas that users drew
 * @param addingRequests requests with at least one of them
 * @param retries the same user sent the same image again within ten minutes: kept, counted nowhere else
 */
public record OutcomeCounts(
        long requests,
        long edited,
        long confirmed,
        long silent,
        long notSeen,
        long deleted,
        long cosmetic,
        long extended,
        long heavy,
        double severitySum,
        long added,
        long addingRequests,
        long complaints,
        long retries) {
    public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Severities above this are heavy. */
    public static final double HEAVY = 0.2;

    /** One result. */
    public static OutcomeCounts of(ResultClass result) {
        return switch (result.kind()) {
            case EDITED ->
                new OutcomeCounts(
                        0, 1, 0, 0, 0, 0, 0, 0, result.severity() > HEAVY ? 1 : 0, result.severity(), 0, 0, 0, 0);
            case DELETED -> new OutcomeCounts(0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0);
            case CONFIRMED -> new OutcomeCounts(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            case COSMETIC -> new OutcomeCounts(0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
            case EXTENDED -> new OutcomeCounts(0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
            case SILENT -> new OutcomeCounts(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            case NOT_SEEN -> new OutcomeCounts(0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        };
    }

    /** What a request adds besides its results. */
    public static OutcomeCounts ofRequest(int added, boolean complaint) {
        return new OutcomeCounts(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, added, added > 0 ? 1 : 0, complaint ? 1 : 0, 0);
    }

    /** A request that is another's retry. */
    public static OutcomeCounts ofRetry() {
        return new OutcomeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    public long shown() {
        return seen() + notSeen;
    }

    public long seen() {
        return edited + confirmed + silent;
    }

    /** Edited or confirmed. */
    public long judged() {
        return edited + confirmed;
    }

    public OutcomeCounts plus(OutcomeCounts other) {
        return add(other, 1);
    }

    public OutcomeCounts minus(OutcomeCounts other) {
        return add(other, -1);
    }

    private OutcomeCounts add(OutcomeCounts other, int sign) {
        return new OutcomeCounts(
                requests + sign * other.requests,
                edited + sign * other.edited,
                confirmed + sign * other.confirmed,
                silent + sign * other.silent,
                notSeen + sign * other.notSeen,
                deleted + sign * other.deleted,
                cosmetic + sign * other.cosmetic,
                extended + sign * other.extended,
                heavy + sign * other.heavy,
                severitySum + sign * other.severitySum,
                added + sign * other.added,
                addingRequests + sign * other.addingRequests,
                complaints + sign * other.complaints,
                retries + sign * other.retries);
    }
}
