package sigmark.app.label;

import java.util.function.LongSupplier;

/** Time in which a person was active: a pause of more than a minute does not count. */
public final class ActiveTime {
    private static final long LONGEST_PAUSE = 60_000_000_000L;

    private final LongSupplier nanoClock;
    private long lastTouch;
    private long sinceEdit;
    private long total;

    public ActiveTime(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        lastTouch = nanoClock.getAsLong();
    }

    /** The person pressed a key or moved the mouse. */
    public void touch() {
        long now = nanoClock.getAsLong();
        long passed = now - lastTouch;
        lastTouch = now;
        if (passed <= LONGEST_PAUSE) {
            sinceEdit += passed;
            total += passed;
        }
    }

    /** Active milliseconds since the last edit; they belong to the edit made now. */
    public long takeMillis() {
        touch();
        long millis = sinceEdit / 1_000_000;
        sinceEdit -= millis * 1_000_000;
        return millis;
    }

    /** Active nanoseconds since the workbench was opened. */
    public long totalNanos() {
        return total;
    }
}
