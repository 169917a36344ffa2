package sigmark.analysis.capacity;

import java.util.Arrays;

/**
 * How long a person worked, from the moments of what they did, in milliseconds.
 *
 * @param span from the first moment to the last
 * @param active gaps shorter than the idle threshold; longer ones count as 0
 * @param capped the same with longer gaps counted as the threshold
 * @param idleGaps gaps that reach the threshold
 */
public record ActiveTime(double span, double active, double capped, int idleGaps) {
    /** From moments in any order. */
    public static ActiveTime of(double[] moments, double idleThreshold) {
        double[] events = moments.clone();
        Arrays.sort(events);
        double active = 0;
        double capped = 0;
        int idle = 0;
        for (int i = 1; i < events.length; i++) {
            double gap = events[i] - events[i - 1];
            active += gap < idleThreshold ? gap : 0;
            capped += Math.min(gap, idleThreshold);
            idle += gap < idleThreshold ? 0 : 1;
        }
        double span = events.length == 0 ? 0 : events[events.length - 1] - events[0];
        return new ActiveTime(span, active, capped, idle);
    }
}
