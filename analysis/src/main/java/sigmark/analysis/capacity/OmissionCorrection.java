package sigmark.analysis.capacity;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Latencies of a tool that waits for each reply, corrected for the requests it did not send meanwhile: to each value v
 * are added v − i, v − 2i … as long as they are at least i, the expected interval between requests (Tene, HdrHistogram).
 */
public final class OmissionCorrection {
    /** Values in all above this are refused: a long stall over a tiny interval would fill the memory. */
    private static final long MOST = 10_000_000;

    private static final int DIGITS = 3;

    private OmissionCorrection() {}

    /** All values in ascending order; an interval of 0 or less corrects nothing. */
    public static long[] correct(long[] latencies, long interval) {
        long count = latencies.length;
        for (long latency : latencies) {
            check(latency);
            count += interval > 0 && latency > interval ? latency / interval - 1 : 0;
            if (count > MOST) {
                throw new IllegalArgumentException("more than %d values after correction".formatted(MOST));
            }
        }
        long[] all = new long[(int) count + latencies.length];
        int filled = 0;
        for (long latency : latencies) {
            all[filled++] = latency;
            if (interval > 0) {
                for (long missing = latency - interval; missing >= interval; missing -= interval) {
                    all[filled++] = missing;
                }
            }
        }
        long[] corrected = Arrays.copyOf(all, filled);
        Arrays.sort(corrected);
        return corrected;
    }

    /** The same in a histogram that keeps three digits. */
    public static Histogram histogram(long[] latencies, long interval) {
        Histogram histogram = new Histogram(DIGITS);
        for (long latency : latencies) {
            check(latency);
            histogram.recordValueWithExpectedInterval(latency, interval);
        }
        return histogram;
    }

    private static void check(long latency) {
        if (latency < 0 || latency > Long.MAX_VALUE / 4) {
            throw new IllegalArgumentException("a latency of %d".formatted(latency));
        }
    }
}
