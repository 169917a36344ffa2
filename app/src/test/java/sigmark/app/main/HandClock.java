package sigmark.app.main;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on only when somebody's hands take time. */
final class HandClock extends Clock {
    private final AtomicLong nanos = new AtomicLong();
    private final Instant start;

    HandClock(Instant start) {
        this.start = start;
    }

    void pass(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    long nanos() {
        return nanos.get();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
