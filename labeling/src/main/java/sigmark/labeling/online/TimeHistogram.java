package sigmark.labeling.online;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Counts of durations, whole milliseconds up to 999 and three digits above, so that any number of requests fits into a
 * few kilobytes and percentiles stay within half a digit. Not safe for two threads at once.
 */
public final class TimeHistogram {
    private static final int EXACT = 1000;
    private static final int A_DECADE = 900;
    private static final double LONGEST = 1e12;

    private long[] counts = new long[EXACT];
    private long total;

    /** Nothing yet. */
    public TimeHistogram() {}

    /** As {@link #bytes} wrote it. */
    public static TimeHistogram of(byte[] bytes) {
        TimeHistogram histogram = new TimeHistogram();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            long value = buffer.getLong();
            histogram.add(value, buffer.getLong());
        }
        return histogram;
    }

    private static int place(double millis) {
        long value = Math.round(Math.min(Math.max(0, millis), LONGEST));
        int decade = 0;
        while (value >= EXACT) {
            value = (value + 5) / 10;
            decade++;
        }
        return decade == 0 ? (int) value : EXACT + (decade - 1) * A_DECADE + (int) value - EXACT / 10;
    }

    private static long value(int place) {
        if (place < EXACT) {
            return place;
        }
        long value = ((long) place - EXACT) % A_DECADE + EXACT / 10;
        for (int decade = (place - EXACT) / A_DECADE; decade >= 0; decade--) {
            value *= 10;
        }
        return value;
    }

    /** The duration that stands for one in the counts. */
    static long bucket(double millis) {
        return value(place(millis));
    }

    /** Counts a duration, or takes one away with a count of −1. */
    public void add(double millis, long count) {
        int place = place(millis);
        if (place >= counts.length) {
            counts = Arrays.copyOf(counts, (place - EXACT) / A_DECADE * A_DECADE + A_DECADE + EXACT);
        }
        counts[place] += count;
        total += count;
    }

    public void addAll(TimeHistogram other) {
        for (int place = 0; place < other.counts.length; place++) {
            if (other.counts[place] != 0) {
                add(value(place), other.counts[place]);
            }
        }
    }

    public long count() {
        return total;
    }

    /** Milliseconds by nearest rank; absent without durations. */
    public OptionalDouble percentile(int perMille) {
        return total <= 0 ? OptionalDouble.empty() : atRank((perMille * total + 999) / 1000);
    }

    /** The duration at a rank from 1. */
    public OptionalDouble atRank(long rank) {
        long passed = 0;
        for (int place = 0; place < counts.length; place++) {
            passed += counts[place];
            if (passed >= rank && counts[place] > 0) {
                return OptionalDouble.of(value(place));
            }
        }
        return OptionalDouble.empty();
    }

    /** Pairs of duration and count. */
    public byte[] bytes() {
        int filled = 0;
        for (long count : counts) {
            filled += count == 0 ? 0 : 1;
        }
        ByteBuffer buffer = ByteBuffer.allocate(2 * Long.BYTES * filled);
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] != 0) {
                buffer.putLong(value(place)).putLong(counts[place]);
            }
        }
        return buffer.array();
    }
}
